import { setTimeout as pause } from 'node:timers/promises'
import type { AdminReply, AdminRequest } from './admin'
import { aggregateDocuments } from './aggregate'
import type { Documents } from './documents'
import { DatabaseFailure, requestFailed } from './failure'
import type { Conflict } from './insight'
import { LimitedSession, type Rights } from './limited-session'
import { nameIn } from './parameters'
import { countDocuments, getDocuments } from './reads'
import { PlainSession, type Session } from './session'
import type { Transaction } from './transaction'
import { TransactionSession } from './transaction-session'
import { insertDocuments, modifyDocuments, removeDocuments } from './writes'

interface Answer {
  data?: unknown
  transactionId?: string
  /** The last commit the answer depends on; it is given only when that commit is on disk. All commits when absent. */
  seen?: number
}

/**
 * How long an operation in a transaction takes at least, in milliseconds. Two operations sent in parallel would otherwise
 * rarely meet here, while in production they meet always: [TransactionBusy] must show itself on this machine.
 */
const transactionPace = 2

/** So many conflicts are remembered. */
const conflictsKept = 100

const started = Date.now().toString(36)

/** Answers the SDK's `database.*` actions. */
export class Operations {
  /** The last operations that ended in a conflict. */
  readonly conflicts: Conflict[] = []
  private readonly plain: PlainSession
  private requests = 0

  constructor(
    private readonly documents: Documents,
    private readonly now: () => number,
  ) {
    this.plain = new PlainSession(documents.journal)
  }

  /** `rights` bind whoever asks; without them everything is seen and may be changed. */
  async handle(request: AdminRequest, rights?: Rights): Promise<AdminReply> {
    this.requests += 1
    const requestId = `local-${started}-${this.requests.toString(36)}`
    const { journal } = this.documents
    try {
      if (this.documents.goingBack) await this.documents.goingBack
      const { seen, ...answer } = await this.answer(request, rights)
      const settled = journal.settled(seen ?? journal.lastCommit)
      if (settled) await settled
      return { requestId, ...answer }
    } catch (failure) {
      return { ...reported(await this.settledFailure(failure)), requestId }
    }
  }

  /** A refusal may rest on a write that is not on disk yet (a duplicate key, a lost race): it waits for it too. */
  private async settledFailure(failure: unknown): Promise<unknown> {
    const { journal } = this.documents
    try {
      await journal.settled(journal.lastCommit)
      return failure
    } catch (lost) {
      return lost
    }
  }

  private answer(request: AdminRequest, rights: Rights | undefined): Promise<Answer> | Answer {
    const { transactions } = this.documents
    if (rights !== undefined) return this.operate(new LimitedSession(this.plain, rights), request)
    switch (request.action) {
      case 'database.startTransaction':
        return { transactionId: transactions.start().id, seen: 0 }
      case 'database.commitTransaction':
        transactions.commit(transactions.idle(request.transactionId))
        return { data: {} }
      case 'database.abortTransaction':
        transactions.end(transactions.idle(request.transactionId))
        return { data: {}, seen: 0 }
      case 'database.addCollection':
        this.documents.add(nameIn(request))
        return { data: {} }
      default:
        if (typeof request.transactionId !== 'string') return this.operate(this.plain, request)
        return this.withinTransaction(transactions.idle(request.transactionId), request)
    }
  }

  private async withinTransaction(transaction: Transaction, request: AdminRequest): Promise<Answer> {
    const { transactions } = this.documents
    transaction.busy = true
    try {
      const session = new TransactionSession(transaction, transactions.snapshotOf(transaction))
      const [answer] = await Promise.all([this.single(session, request), pause(transactionPace)])
      return answer
    } catch (failure) {
      // The SDK retries a conflict without aborting, and MongoDB ends a transaction whose operation failed.
      transactions.end(transaction)
      this.noteConflict(failure, request)
      throw failure
    } finally {
      transaction.busy = false
    }
  }

  private noteConflict(failure: unknown, { action, collectionName }: AdminRequest): void {
    if (!(failure instanceof DatabaseFailure) || failure.code !== 'DATABASE_TRANSACTION_CONFLICT') return
    this.conflicts.push({ at: this.now(), collection: String(collectionName), action })
    if (this.conflicts.length > conflictsKept) this.conflicts.shift()
  }

  private async single(session: Session, request: AdminRequest): Promise<Answer> {
    const changes = request.action === 'database.modifyDocument' || request.action === 'database.removeDocument'
    if (changes && request.queryType !== 'DOC') {
      throw requestFailed('transactions change single documents only: use doc()')
    }
    return this.operate(session, request)
  }

  private async operate(session: Session, request: AdminRequest): Promise<Answer> {
    const now = this.now()
    switch (request.action) {
      case 'database.insertDocument': {
        const insertedIds = await insertDocuments(session, this.collectionOf(request), request, now)
        return { data: { insertedIds } }
      }
      case 'database.getDocument': {
        const { list, seen } = getDocuments(session, this.collectionOf(request), request, now)
        return { data: { list }, seen }
      }
      case 'database.calculateDocument': {
        const collection = this.collectionOf(request)
        return { data: { total: countDocuments(session, collection, request, now) }, seen: collection.lastCommit }
      }
      case 'database.modifyDocument': {
        const { updated, upsertedId } = await modifyDocuments(session, this.collectionOf(request), request, now)
        return { data: { updated, upsert_id: upsertedId } }
      }
      case 'database.removeDocument':
        return { data: { deleted: await removeDocuments(session, this.collectionOf(request), request, now) } }
      case 'database.aggregateDocuments': {
        const named = (name: string) => this.documents.named(name)
        return { data: { list: aggregateDocuments(session, this.collectionOf(request), request, now, named) } }
      }
      default:
        throw new DatabaseFailure('INVALID_ACTION', `the local database does not imitate ${request.action}`)
    }
  }

  private collectionOf(request: AdminRequest) {
    return this.documents.named(nameIn(request))
  }
}

function reported(failure: unknown): { code: string; message: string } {
  if (failure instanceof DatabaseFailure) return { code: failure.code, message: failure.message }
  return { code: 'SYS_ERR', message: failure instanceof Error ? (failure.stack ?? failure.message) : String(failure) }
}
