import type { Holder } from './claims'
import type { Collection, Replacement } from './collection'
import type { Stored } from './stored'

/** A document as the transaction will leave it. */
export interface Written extends Replacement {
  /** The new version as the transaction itself reads it; undefined when it removed the document. */
  stored: Stored | undefined
}

/** A running transaction: what it sees and what it will write. */
export class Transaction implements Holder {
  /** The commit whose state it sees; taken at its first operation. */
  snapshot: number | undefined
  /** Real time, as performance.now() gives it. */
  readonly startedAt = performance.now()
  /** Whether an operation of it is still being answered. */
  busy = false
  readonly writes = new Map<Collection, Map<string, Written>>()
  readonly finished: Promise<void>
  private finish: () => void = () => undefined

  constructor(readonly id: string) {
    this.finished = new Promise((resolve) => {
      this.finish = resolve
    })
  }

  writesIn(collection: Collection): Map<string, Written> {
    let writes = this.writes.get(collection)
    if (!writes) {
      writes = new Map()
      this.writes.set(collection, writes)
    }
    return writes
  }

  /** Gives up all claims and lets waiting writes go on. */
  release(): void {
    for (const collection of this.writes.keys()) collection.claims.releaseAllOf(this)
    this.finish()
  }
}
