import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { AdminReply, AdminRequest } from '../database/database'
import { type DatabaseFailure, transactionBusy, transactionConflict } from '../database/failure'
import type { Fault } from './fault-rule'
import type { Faults } from './faults'

/** Whose request it is. */
export interface Struck {
  functionName: string | undefined
  /** Ends the instance that asks. */
  crash: () => Promise<void>
}

/** Answers a request of the SDK, with the fault that strikes it, if any. */
export async function answerStruck(
  faults: Faults,
  request: AdminRequest,
  caller: Struck,
  answer: (request: AdminRequest) => Promise<AdminReply>,
): Promise<AdminReply> {
  const { transactionId } = request
  const inTransaction = typeof transactionId === 'string'
  const fault = faults.strike(request.action, caller.functionName, ({ kind }) =>
    kind === 'conflict' || kind === 'busy' ? inTransaction : kind !== 'crash' || caller.functionName !== undefined,
  )
  switch (fault?.kind) {
    case undefined:
      return answer(request)
    case 'latency':
      await pause(fault.ms)
      return answer(request)
    case 'conflict':
      // As a real one does, it ends the transaction.
      await answer({ action: 'database.abortTransaction', transactionId })
      return refusal(transactionConflict())
    case 'busy':
      return refusal(transactionBusy())
    case 'error':
      return { code: fault.code, message: fault.message, requestId: randomUUID() }
    case 'timeout':
    case 'crash': {
      if (fault.effect === 'after') await answer(request)
      if (fault.kind === 'crash') await caller.crash()
      return timedOut()
    }
  }
}

const refusal = ({ code, message }: DatabaseFailure): AdminReply => ({ code, message, requestId: randomUUID() })

const timedOut = (): AdminReply => ({
  code: 'SERVER_TIMEOUT',
  message: 'the request timed out; whether it was carried out is unknown (a fault on demand)',
  requestId: randomUUID(),
})

/** The faults that can strike a call from a page. */
export const strikesCalls = ({ kind }: Fault): boolean => kind === 'timeout' || kind === 'error' || kind === 'latency'
