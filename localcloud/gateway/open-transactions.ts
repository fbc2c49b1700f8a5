import type { AdminReply, AdminRequest } from '../database/database'

/**
 * WeChat's transactions are for single documents: `doc()` and `add()`, neither `where()` nor `aggregate()` (Transaction.collection of
 * its reference). The SDK nevertheless offers them all: it sends `where().get()` with the transaction, and `where().update()`,
 * `where().remove()`, `count()` and `aggregate()` without it, so that they silently run outside. Here a call is refused all of them while
 * it has a transaction open.
 */
export class OpenTransactions {
  /** A running call to the transactions it has started and not ended. */
  readonly #open = new WeakMap<object, Set<string>>()

  /** Why a request is refused; undefined when it is not. */
  problem(call: object, request: AdminRequest): string | undefined {
    if (typeof request.transactionId === 'string') {
      const searches = request.action === 'database.getDocument' && request.queryType === 'WHERE'
      return searches
        ? `[LocalCloud.SearchInTransaction] where().get() is not for transactions, which are for single documents: ${only}`
        : undefined
    }
    const open = this.#open.get(call)
    const name = open === undefined || open.size === 0 ? undefined : outsideCall(request)
    if (name === undefined) return undefined
    return `[LocalCloud.OutsideTransaction] ${name} runs outside the transaction that this call has open, here as in production: ${only}`
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

const only = 'inside a transaction use doc() and add() only.'

function outsideCall({ action, queryType }: AdminRequest): string | undefined {
  if (action === 'database.calculateDocument') return 'count()'
  if (action === 'database.aggregateDocuments') return 'aggregate()'
  if (queryType !== 'WHERE') return undefined
  if (action === 'database.modifyDocument') return 'where().update()'
  return action === 'database.removeDocument' ? 'where().remove()' : undefined
}
