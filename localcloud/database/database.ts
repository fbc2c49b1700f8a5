import type { AdminReply, AdminRequest } from './admin'
import { type DatabaseFile, openDatabaseFile } from './database-file'
import type { CollectionsDeclaration } from './declaration'
import { Documents } from './documents'
import { type CollectionInsight, type Conflict, indexFor, insightOf, type TransactionInsight } from './insight'
import type { Rights } from './limited-session'
import { Operations } from './operations'
import { documentIn } from './parameters'
import { type After, afterRealTime } from './transactions'

export type { AdminReply, AdminRequest } from './admin'
export type { CollectionDeclaration, CollectionsDeclaration } from './declaration'
export type { CollectionInsight, Conflict, TransactionInsight } from './insight'
export type { Rights } from './limited-session'

export interface DatabaseOptions {
  /** Folder of the database file, or ':memory:' to keep nothing. */
  folder: string
  declaration: CollectionsDeclaration
  /** What server dates mean, in epoch milliseconds. Durations (a transaction's 30 s) always pass in real time. */
  now: () => number
  /** Real time for transactions' expiry; tests give their own. */
  after?: After
  /** The file itself; tests give one that fails. */
  file?: DatabaseFile
}

/** The database's insides. */
export interface DatabaseInsight {
  /** Grows with every commit. */
  revision(): number
  collections(): CollectionInsight[]
  /** Which index answers a condition (EJSON). Throws the failure of a collection or condition that is not understood. */
  indexFor(collectionName: string, query: string): string | undefined
  transactions(): TransactionInsight[]
  /** The last operations that ended in a conflict, newest first. */
  conflicts(): Conflict[]
}

/** CloudBase's database as the SDK's `database.*` actions speak to it. */
export interface Database {
  /** Answers one action. Never rejects. A write's answer comes only when the write is on disk. `rights` bind whoever asks. */
  handle(request: AdminRequest, rights?: Rights): Promise<AdminReply>
  collections(): { name: string; count: number }[]
  /** All documents of this moment as EJSON, by collection, however long their reading takes. */
  documents(): { collection: string; texts: () => Iterable<string> }[]
  /** What a developer may want to see of it. */
  readonly insight: DatabaseInsight
  /** Ends running transactions, writes what is waiting, and closes the file. */
  close(): Promise<void>
}

/** Opens the database. Throws when the file is damaged (it is left untouched), in use, or breaks a declared unique index. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const file = options.file ?? (options.folder === ':memory:' ? undefined : await openDatabaseFile(options.folder))
  const documents = await openDocuments(file, options)
  const operations = new Operations(documents, options.now)
  return {
    handle: (request, rights) => operations.handle(request, rights),
    collections: () => documents.list().map(({ name, size }) => ({ name, count: size })),
    documents: () => documents.list().map((collection) => ({ collection: collection.name, texts: collection.texts() })),
    insight: {
      revision: () => documents.journal.lastCommit,
      collections: () => documents.list().map(insightOf),
      indexFor: (collectionName, query) => {
        const condition = documentIn({ action: 'database.getDocument', query }, 'query', options.now())
        return indexFor(documents.named(collectionName), condition)
      },
      transactions: () => documents.transactions.list(),
      conflicts: () => [...operations.conflicts].reverse(),
    },
    close: async () => {
      documents.transactions.endAll()
      await documents.journal.close()
    },
  }
}

async function openDocuments(file: DatabaseFile | undefined, options: DatabaseOptions): Promise<Documents> {
  try {
    return await Documents.read(file, options.declaration, options.after ?? afterRealTime)
  } catch (failure) {
    await file?.close()
    throw failure
  }
}
