import { randomUUID } from 'node:crypto'
import { transactionBusy, transactionMissing } from './failure'
import type { TransactionInsight } from './insight'
import type { Journal } from './journal'
import { Transaction } from './transaction'

/** Runs something after a real time (not the movable clock); returns how to call it off. */
export type After = (milliseconds: number, run: () => void) => () => void

/** Node's timers count on the monotonic clock. They do not keep the process alive. */
export const afterRealTime: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds)
  timer.unref()
  return () => clearTimeout(timer)
}

/** CloudBase gives a transaction 30 seconds. */
const lifetime = 30_000

/** The running transactions. */
export class Transactions {
  private readonly running = new Map<string, { transaction: Transaction; callOff: () => void }>()

  constructor(
    private readonly journal: Journal,
    private readonly after: After,
    /** Called when a transaction has ended and older versions may be forgotten. */
    private readonly onEnd: () => void,
  ) {}

  start(): Transaction {
    const transaction = new Transaction(randomUUID())
    const callOff = this.after(lifetime, () => this.end(transaction))
    this.running.set(transaction.id, { transaction, callOff })
    return transaction
  }

  /** The running transaction, with its snapshot taken. Throws when it has ended or an operation of it is still under way. */
  idle(id: unknown): Transaction {
    const transaction = this.running.get(String(id))?.transaction
    if (!transaction) throw transactionMissing()
    if (transaction.busy) throw transactionBusy()
    return transaction
  }

  /** The snapshot the transaction sees: the state at its first operation. */
  snapshotOf(transaction: Transaction): number {
    transaction.snapshot ??= this.journal.lastCommit
    return transaction.snapshot
  }

  /** Makes all its writes one commit. They cannot conflict any more: each was claimed when it was made (README). */
  commit(transaction: Transaction): void {
    if (transaction.writes.size > 0) {
      const commit = this.journal.nextCommit()
      for (const [collection, writes] of transaction.writes) collection.apply(writes.values(), commit)
    }
    this.end(transaction)
  }

  /** Ends it without its writes (or after its commit). */
  end(transaction: Transaction): void {
    this.running.get(transaction.id)?.callOff()
    this.running.delete(transaction.id)
    transaction.release()
    this.onEnd()
  }

  list(): TransactionInsight[] {
    return [...this.running.values()].map(({ transaction: { id, startedAt, writes } }) => ({
      id,
      ageMs: performance.now() - startedAt,
      writes: Object.fromEntries([...writes].map(([collection, written]) => [collection.name, written.size])),
    }))
  }

  endAll(): void {
    for (const { transaction } of [...this.running.values()]) this.end(transaction)
  }

  /** The oldest state any transaction still sees. */
  readonly oldestSnapshot = (): number | undefined => {
    let oldest: number | undefined
    for (const { transaction } of this.running.values()) {
      const { snapshot } = transaction
      if (snapshot !== undefined && (oldest === undefined || snapshot < oldest)) oldest = snapshot
    }
    return oldest
  }
}
