import type { DatabaseFile, Row } from './database-file'
import { type DatabaseFailure, requestFailed } from './failure'
import { rowTextOf, type Stored } from './stored'

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

/** The batch that the file is writing now, and the last commit that is in it. */
interface Writing {
  batch: Batch
  upTo: number
}

/**
 * Group commit: all writes of one turn of the event loop, and all that came while the disk was busy, go to disk in one
 * SQLite transaction; what depends on them is told only after its COMMIT. Writes of one turn are never split, so a
 * transaction is on disk whole or not at all.
 */
export class Journal {
  /** Number of the last commit made in memory. */
  lastCommit = 0
  /** Set once the file could not be written; no write is accepted from then on. */
  failure: DatabaseFailure | undefined
  private durableCommit = 0
  private lastPosition = 0
  private batch: Batch | undefined
  private writing: Writing | undefined

  /** Without a file nothing outlives the process and every commit counts as durable at once. */
  constructor(
    private readonly file: DatabaseFile | undefined,
    private readonly onFailure: () => Promise<void>,
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
    if (!this.file || commit <= this.durableCommit) return undefined
    return this.writing && commit <= this.writing.upTo ? this.writing.batch.done : this.batch?.done
  }

  /** Writes what is still waiting and closes the file. */
  async close(): Promise<void> {
    while (this.writing ?? this.batch) {
      this.flush()
      await (this.writing?.batch.done ?? this.batch?.done)?.catch(() => undefined)
    }
    await this.file?.close()
  }

  private open(): Batch {
    if (!this.batch) {
      this.batch = newBatch()
      // While the disk is busy the batch waits for its turn, and grows.
      if (!this.writing) setImmediate(() => this.flush())
    }
    return this.batch
  }

  private flush(): void {
    const { batch, file } = this
    if (!batch || !file || this.writing) return
    this.batch = undefined
    this.writing = { batch, upTo: this.lastCommit }
    file.commit(rowsOf(batch), batch.collections).then(
      () => this.written(batch),
      (cause: unknown) => this.lost(batch, cause),
    )
  }

  private written(batch: Batch): void {
    this.durableCommit = this.writing?.upTo ?? this.durableCommit
    this.writing = undefined
    // The next batch is on its way to the disk before anybody hears of this one.
    this.flush()
    batch.succeed()
  }

  /** Memory is ahead of the file by this batch and by all that came after it: none of it was promised, and all of it goes. */
  private async lost(batch: Batch, cause: unknown): Promise<void> {
    const reason = cause instanceof Error ? cause.message : String(cause)
    this.failure = requestFailed(
      `The local database could not write its file (${reason}). Nothing of this was kept, and no write is accepted until the local cloud is started again.`,
    )
    await this.onFailure()
    const later = this.batch
    this.batch = undefined
    this.writing = undefined
    this.durableCommit = this.lastCommit
    batch.fail(this.failure)
    later?.fail(this.failure)
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

const rowsOf = (batch: Batch): Row[] =>
  Array.from(batch.written, ([position, { collection, stored }]) => ({
    position,
    collection,
    text: stored ? rowTextOf(stored) : null,
  }))
