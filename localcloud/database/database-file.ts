import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Libsql from 'libsql'

/** A document's row; `text` is its EJSON, null when the document was removed. */
export interface Row {
  position: number
  collection: string
  text: string | null
}

/** Where documents outlive the process. `commit` either keeps all rows or throws and keeps none. */
export interface DatabaseFile {
  collections(): string[]
  rows(): Iterable<Row>
  commit(rows: Iterable<Row>, newCollections: Iterable<string>): void
  close(): void
}

/**
 * Opens (or creates) `database.sqlite` in the folder. WAL with synchronous=FULL: a commit that returned survives a power
 * cut. The file is locked for this process alone. Throws when it is damaged or in use, and never deletes anything.
 * `mostPages` (of 4 KiB) bounds its size, as a full disk would.
 */
export function openDatabaseFile(folder: string, { mostPages = 0 } = {}): DatabaseFile {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, 'database.sqlite')
  try {
    return new SqliteFile(path, mostPages)
  } catch (cause) {
    throw explained(path, cause)
  }
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

class SqliteFile implements DatabaseFile {
  private readonly sqlite: Libsql.Database
  private readonly put: Libsql.Statement
  private readonly remove: Libsql.Statement
  private readonly addCollection: Libsql.Statement

  constructor(path: string, mostPages: number) {
    this.sqlite = new Libsql(path)
    try {
      this.sqlite.pragma('locking_mode = EXCLUSIVE')
      this.refuseDamage()
      this.sqlite.pragma('journal_mode = WAL')
      this.sqlite.pragma('synchronous = FULL')
      if (mostPages > 0) this.sqlite.pragma(`max_page_count = ${mostPages}`)
      this.sqlite.exec('CREATE TABLE IF NOT EXISTS collections (name TEXT PRIMARY KEY)')
      this.sqlite.exec(
        'CREATE TABLE IF NOT EXISTS documents (position INTEGER PRIMARY KEY, collection TEXT NOT NULL, text TEXT NOT NULL)',
      )
      this.put = this.sqlite.prepare(
        'INSERT INTO documents VALUES (?, ?, ?) ON CONFLICT (position) DO UPDATE SET text = excluded.text',
      )
      this.remove = this.sqlite.prepare('DELETE FROM documents WHERE position = ?')
      this.addCollection = this.sqlite.prepare('INSERT OR IGNORE INTO collections VALUES (?)')
    } catch (failure) {
      this.sqlite.close()
      throw failure
    }
  }

  private refuseDamage(): void {
    // all(), not get(): a statement left before its end would keep a read open for ever.
    const [verdict] = this.sqlite.prepare('PRAGMA quick_check(1)').raw().all().flat()
    if (verdict !== 'ok') throw new Error(String(verdict).replaceAll('\n', ' '))
  }

  collections(): string[] {
    return this.sqlite.prepare('SELECT name FROM collections').raw().all().flat().map(String)
  }

  *rows(): Iterable<Row> {
    const selected = this.sqlite.prepare('SELECT position, collection, text FROM documents ORDER BY position').raw()
    for (const row of selected.iterate()) {
      if (Array.isArray(row)) yield { position: Number(row[0]), collection: String(row[1]), text: String(row[2]) }
    }
  }

  commit(rows: Iterable<Row>, newCollections: Iterable<string>): void {
    this.sqlite.exec('BEGIN')
    try {
      for (const name of newCollections) this.addCollection.run(name)
      for (const row of rows) {
        if (row.text === null) this.remove.run(row.position)
        else this.put.run(row.position, row.collection, row.text)
      }
      this.sqlite.exec('COMMIT')
    } catch (failure) {
      // After an error such as a full disk SQLite may have rolled back by itself.
      if (this.sqlite.inTransaction) this.sqlite.exec('ROLLBACK')
      throw failure
    }
  }

  /** libsql closes the file only when its statements are collected; leaving WAL gives the lock back at once. */
  close(): void {
    this.sqlite.pragma('journal_mode = DELETE')
    this.sqlite.pragma('locking_mode = NORMAL')
    this.collections()
    this.sqlite.close()
  }
}
