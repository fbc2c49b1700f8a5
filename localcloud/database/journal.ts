import type { DatabaseFile, Row } from './database-file'
import { type DatabaseFailure, requestFailed } from './failure'
import { type Stored, textOf } from './stored'

interface Pending {
  collection: string
  stored: Stored | undefined
}

interface Batch {
  written: Map<number, Pending>
  collections: string[]
  done: Promise<void>
  succeed(): void
  fail(failure: Error): void
}

/**
 * Group commit: all writes of one turn of the event loop go to disk in one SQLite transaction, and what depends on them
 * is told only after its COMMIT. Writes of one turn are never split, so a transaction is on disk whole or not at all.
 */
export class Journal {
  /** Number of the last commit made in memory. */
  lastCommit = 0
  /** Set once the file could not be written; no write is accepted from then on. */
  failure: DatabaseFailure | undefined
  private durableCommit = 0
  private lastPosition = 0
  private batch: Batch | undefined

  /** Without a file nothing outlives the process and every commit counts as durable at once. */
  constructor(
    private readonly file: DatabaseFile | undefined,
    private readonly onFailure: () => void,
  ) {}

  /** Begins a commit. Throws when the file failed before. */
  nextCommit(): number {
    if (this.failure) throw this.failure
    this.lastCommit += 1
    return this.lastCommit
  }

  nextPosition(): number {
    this.lastPosition += 1
    return this.lastPosition
  }

  /** Continues the numbering behind a row read from the file. */
  seenPosition(position: number): void {
    this.lastPosition = Math.max(this.lastPosition, position)
  }

  write(collection: string, position: number, stored: Stored | undefined): void {
    if (this.file) this.open().written.set(position, { collection, stored })
  }

  writeCollection(name: string): void {
    if (this.file) this.open().collections.push(name)
  }

  /** Resolves when everything up to the commit is on disk; undefined when it is already. Rejects when it never will be. */
  settled(commit: number): Promise<void> | undefined {
    return this.file && commit > this.durableCommit ? this.batch?.done : undefined
  }

  /** Writes what is still waiting and closes the file. */
  close(): void {
    this.flush()
    this.file?.close()
  }

  private open(): Batch {
    if (!this.batch) {
      this.batch = newBatch()
      setImmediate(() => this.flush())
    }
    return this.batch
  }

  private flush(): void {
    const { batch, file } = this
    if (!batch || !file) return
    this.batch = undefined
    try {
      file.commit(rowsOf(batch), batch.collections)
      this.durableCommit = this.lastCommit
      batch.succeed()
    } catch (cause) {
      const reason = cause instanceof Error ? cause.message : String(cause)
      this.failure = requestFailed(
        `The local database could not write its file (${reason}). Nothing of this was kept, and no write is accepted until the local cloud is started again.`,
      )
      this.durableCommit = this.lastCommit
      batch.fail(this.failure)
      this.onFailure()
    }
  }
}

function newBatch(): Batch {
  let succeed = (): void => undefined
  let fail = (_failure: Error): void => undefined
  const done = new Promise<void>((resolve, reject) => {
    succeed = resolve
    fail = reject
  })
  done.catch(() => undefined)
  return { written: new Map(), collections: [], done, succeed, fail }
}

function* rowsOf(batch: Batch): Iterable<Row> {
  for (const [position, { collection, stored }] of batch.written) {
    yield { position, collection, text: stored ? textOf(stored) : null }
  }
}
