import type { AdminReply, AdminRequest } from '../database/database'

/**
 * The SDK sends `where().update()`, `where().remove()`, `count()` and `aggregate()` of a transaction without it: they silently run
 * outside. Production lets them. Here they are refused while the call that sends them has a transaction open.
 */
export class OpenTransactions {
  /** A running call to the transactions it has started and not ended. */
  readonly #open = new WeakMap<object, Set<string>>()

  /** Why a request is refused; undefined when it is not. */
  problem(call: object, request: AdminRequest): string | undefined {
    const open = this.#open.get(call)
    if (open === undefined || open.size === 0 || typeof request.transactionId === 'string') return undefined
    const name = outsideCall(request)
    if (name === undefined) return undefined
    return `[LocalCloud.OutsideTransaction] ${name} runs outside the transaction that this call has open, here as in production: inside a transaction use doc(), add() and where().get() only.`
  }

  /** Notes transactions that begin and end. */
  answered(call: object, request: AdminRequest, reply: AdminReply): void {
    if (
      request.action === 'database.startTransaction' &&
      'transactionId' in reply &&
      reply.transactionId !== undefined
    ) {
      const open = this.#open.get(call) ?? new Set()
      this.#open.set(call, open.add(reply.transactionId))
    } else if (typeof request.transactionId === 'string') {
      const ended = request.action === 'database.commitTransaction' || request.action === 'database.abortTransaction'
      // A failed operation has ended its transaction, unless it was only too early.
      const failed = 'code' in reply && !reply.message.includes('TransactionBusy')
      if (ended || failed) this.#open.get(call)?.delete(request.transactionId)
    }
  }
}

function outsideCall({ action, queryType }: AdminRequest): string | undefined {
  if (action === 'database.calculateDocument') return 'count()'
  if (action === 'database.aggregateDocuments') return 'aggregate()'
  if (queryType !== 'WHERE') return undefined
  if (action === 'database.modifyDocument') return 'where().update()'
  return action === 'database.removeDocument' ? 'where().remove()' : undefined
}
