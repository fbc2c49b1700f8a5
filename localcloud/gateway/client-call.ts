import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Faults } from '../faults/faults'
import { strikesCalls } from '../faults/struck'
import { FunctionError } from '../functions/function-error'
import type { FunctionHost } from '../functions/host'
import { eventFromClient, type Identity } from '../functions/identity'
import type { Answer } from '../functions/invocation'
import { type FunctionRules, mayInvoke } from './function-rules'

/** What stands between a page and the functions. */
export interface ClientDoor {
  host: FunctionHost
  faults: Faults
  rules: FunctionRules
}

/** A page's call, data as JSON text: under the security rules, and with the faults asked for. Rejects with FunctionError. */
export async function callFromClient(
  { host, faults, rules }: ClientDoor,
  name: string,
  data: string,
  identity: Identity,
): Promise<Answer> {
  if (!mayInvoke(rules, name, identity)) {
    throw new FunctionError('PERMISSION_DENIED', `the security rules do not let a page call ${name}`, randomUUID())
  }
  const call = () => host.invoke(name, eventFromClient(data, identity), identity)
  const fault = faults.strike('functions.call', name, strikesCalls)
  switch (fault?.kind) {
    case 'latency':
      await pause(fault.ms)
      return call()
    case 'error':
      throw new FunctionError('FUNCTIONS_EXECUTE_FAIL', `${fault.code}: ${fault.message}`, randomUUID())
    case 'timeout':
      if (fault.effect === 'after') await call()
      throw new FunctionError(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        'Invoking task timed out (a fault on demand)',
        randomUUID(),
      )
    default:
      return call()
  }
}
