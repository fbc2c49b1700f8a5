import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** A document's row; `text` is its EJSON, null when the document was removed. */
export interface Row {
  position: number
  collection: string
  text: string | null
}

/** Where documents outlive the process. `commit` either keeps all rows or rejects and keeps none. */
export interface DatabaseFile {
  collections(): Promise<string[]>
  /** All rows in the order of their positions, many at a time. */
  rows(): AsyncIterable<Row[]>
  commit(rows: Row[], newCollections: string[]): Promise<void>
  close(): Promise<void>
}

export type FileTask =
  | { kind: 'collections' }
  | { kind: 'rows'; after: number }
  | { kind: 'commit'; rows: Row[]; newCollections: string[] }
  | { kind: 'close' }
export type FileReply = { value: unknown } | { failure: string }

const WORKER = fileURLToPath(new URL('./database-file-worker.cjs', import.meta.url))

/**
 * Opens (or creates) `database.sqlite` in the folder. WAL with synchronous=FULL: a commit that resolved survives a power
 * cut. The file is locked for this process alone. Rejects when it is damaged or in use, and never deletes anything.
 * `mostPages` (of 4 KiB) bounds its size, as a full disk would.
 */
export async function openDatabaseFile(folder: string, { mostPages = 0 } = {}): Promise<DatabaseFile> {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'database.sqlite')
  const file = new SqliteFile(path, mostPages)
  try {
    await file.opened
    return file
  } catch (cause) {
    throw explained(path, cause)
  }
}

/** Reads the file as opening a database does. Rejects with what is wrong when it is damaged. */
export async function checkDatabaseFile(path: string): Promise<void> {
  const file = new SqliteFile(path, 0)
  await file.opened
  await file.close()
}

function explained(path: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause)
  if (/locked|busy/i.test(reason)) {
    return new Error(`${path} is in use by another process; stop the other local cloud first`, { cause })
  }
  return new Error(
    `${path} cannot be read and may be damaged (${reason}). It was left untouched: restore a copy of the folder, or begin with an empty one`,
    { cause },
  )
}

interface Waiting {
  resolve(value: unknown): void
  reject(failure: Error): void
}

/** The file's own thread answers tasks in the order in which they were given. */
class SqliteFile implements DatabaseFile {
  readonly opened: Promise<unknown>
  private readonly worker: Worker
  private readonly waiting: Waiting[] = []
  private gone: Error | undefined

  constructor(path: string, mostPages: number) {
    // Loaders of the embedding process (tsx, vitest) are of no use in there and slow.
    this.worker = new Worker(WORKER, { workerData: { path, mostPages }, execArgv: [] })
    this.opened = this.answer()
    this.worker.on('message', (reply: FileReply) => {
      const first = this.waiting.shift()
      if ('failure' in reply) first?.reject(new Error(reply.failure))
      else first?.resolve(reply.value)
    })
    this.worker.on('error', (failure) => this.end(failure instanceof Error ? failure : new Error(String(failure))))
    this.worker.on('exit', () => this.end(new Error('the database file is closed')))
  }

  async collections(): Promise<string[]> {
    return (await this.ask({ kind: 'collections' })) as string[]
  }

  async *rows(): AsyncIterable<Row[]> {
    for (let after = 0; ; ) {
      const rows = (await this.ask({ kind: 'rows', after })) as Row[]
      const last = rows.at(-1)
      if (last === undefined) return
      yield rows
      after = last.position
    }
  }

  async commit(rows: Row[], newCollections: string[]): Promise<void> {
    await this.ask({ kind: 'commit', rows, newCollections })
  }

  async close(): Promise<void> {
    await this.ask({ kind: 'close' })
  }

  private ask(task: FileTask): Promise<unknown> {
    if (this.gone) return Promise.reject(this.gone)
    this.worker.postMessage(task)
    return this.answer()
  }

  private answer(): Promise<unknown> {
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }))
  }

  private end(failure: Error): void {
    this.gone ??= failure
    for (const { reject } of this.waiting.splice(0)) reject(failure)
  }
}
