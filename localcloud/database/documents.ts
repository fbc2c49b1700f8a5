import { Collection } from './collection'
import type { DatabaseFile, Row } from './database-file'
import type { CollectionsDeclaration, IndexDeclaration } from './declaration'
import { decode } from './ejson'
import { collectionMissing, requestFailed } from './failure'
import { Journal } from './journal'
import { type After, Transactions } from './transactions'
import { type Document, isDocument } from './value'

/** All collections in memory, with the journal that keeps them and the transactions that run on them. */
export class Documents {
  readonly journal: Journal
  readonly transactions: Transactions
  /** While memory is read from the file again after a failed commit; nothing is answered before it resolves. */
  goingBack: Promise<void> | undefined
  private collections = new Map<string, Collection>()
  /** After a failed commit the file could not even be read: nothing can be answered any more. */
  private unreadable = false

  /** Reads everything from the file. Rejects when a document is unreadable or breaks a declared unique index. */
  static async read(
    file: DatabaseFile | undefined,
    declaration: CollectionsDeclaration,
    after: After,
  ): Promise<Documents> {
    const documents = new Documents(file, declaration, after)
    await documents.read()
    return documents
  }

  private constructor(
    private readonly file: DatabaseFile | undefined,
    private readonly declaration: CollectionsDeclaration,
    after: After,
  ) {
    this.journal = new Journal(file, () => this.goBack())
    this.transactions = new Transactions(this.journal, after, () => {
      for (const collection of this.collections.values()) collection.forgetPast()
    })
  }

  named(name: string): Collection {
    if (this.unreadable && this.journal.failure) throw this.journal.failure
    const collection = this.collections.get(name)
    if (!collection) throw collectionMissing(name)
    return collection
  }

  list(): Collection[] {
    return [...this.collections.values()]
  }

  add(name: string): void {
    if (this.collections.has(name)) throw requestFailed(`[ResourceExist] Table exist: ${name}`)
    const commit = this.journal.nextCommit()
    this.create(name, []).lastCommit = commit
    this.journal.writeCollection(name)
  }

  private create(name: string, indexes: IndexDeclaration[]): Collection {
    const collection = new Collection(name, indexes, this.journal, this.transactions.oldestSnapshot)
    this.collections.set(name, collection)
    return collection
  }

  private async read(): Promise<void> {
    for (const { name, indexes } of this.declaration.collections) this.create(name, indexes ?? [])
    if (!this.file) return
    for (const name of await this.file.collections()) if (!this.collections.has(name)) this.create(name, [])
    for await (const rows of this.file.rows()) for (const row of rows) this.load(row)
  }

  private load(row: Row): void {
    const home = this.collections.get(row.collection) ?? this.create(row.collection, [])
    home.load(row.position, documentOf(row))
    this.journal.seenPosition(row.position)
  }

  /** The file refused a commit: what memory holds beyond the file was never promised to anybody and goes. */
  private goBack(): Promise<void> {
    this.transactions.endAll()
    this.collections = new Map()
    this.goingBack = this.read().catch(() => {
      this.unreadable = true
    })
    return this.goingBack
  }
}

function documentOf({ collection, position, text }: Row): Document {
  try {
    const document = decode(text ?? '', 0)
    if (isDocument(document)) return document
  } catch {
    // Said below, with where it stands.
  }
  throw new Error(
    `the database file is damaged: document ${position} of ${collection} is unreadable; the file was left untouched`,
  )
}
