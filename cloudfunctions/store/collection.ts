import { cloud } from './cloud'
import { checkDeadline } from './deadline'

/** As much of the SDK's database as is safe to use; its own types say `any` or leave the answers out. */
interface Query {
  where(condition: Fields): Query
  limit(count: number): Query
  orderBy(field: string, direction: 'asc' | 'desc'): Query
  field(fields: Record<string, boolean>): Query
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(options: { data: Fields }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
  doc(id: string): { get(): Promise<{ data: unknown }> }
  add(options: { data: object }): Promise<unknown>
  aggregate(): Aggregate
}

interface Aggregate {
  match(condition: Fields): Aggregate
  group(groups: Fields): Aggregate
  limit(count: number): Aggregate
  end(): Promise<{ list: unknown[] }>
}

const database = cloud.database({ throwOnNotFound: false } as object) as unknown as {
  collection(name: string): Query
}

export const command = cloud.database().command

/** Conditions and updates in the SDK's own form: plain values or `command` expressions by (dotted) field. */
export type Fields = Record<string, unknown>

interface ListOptions {
  limit?: number
  orderBy?: [field: string, direction: 'asc' | 'desc']
  /** Where `orderBy` finds two equal. */
  thenBy?: [field: string, direction: 'asc' | 'desc']
  fields?: Record<string, boolean>
}

/** The longest list that one read of the cloud database answers. */
const PAGE = 100
/** Without a limit an aggregation answers its first 20 groups. */
const MOST_GROUPS = 1_000

/**
 * A collection with just the operations that are safe to use on CloudBase: each is one database operation, but `listAll`,
 * which is one per 100 documents.
 */
export interface Collection<Doc extends { _id: string }> {
  find(id: string): Promise<Doc | null>
  /** False when a document with this id, or this value of a unique index, is there already. */
  add(doc: Doc): Promise<boolean>
  /**
   * Adds them all in one operation. False when one of them, or its value of a unique index, is there already: then those
   * before it may have been added and those after it have not.
   */
  addAll(docs: readonly Doc[]): Promise<boolean>
  /** The number of documents changed: 0 when the condition did not hold. Conditions on `_id` make it atomic. */
  updateWhere(where: Fields, data: Fields): Promise<number>
  list(where: Fields, options?: ListOptions): Promise<Doc[]>
  count(where: Fields): Promise<number>
  /**
   * What matches, in groups: `_id` says what makes a group, further fields what is reckoned of it, in the SDK's own form
   * (`command.aggregate`). One database operation, whose work grows with what matches: `where` must begin with an index's fields.
   */
  groups<Group>(where: Fields, by: { _id: unknown } & Fields): Promise<Group[]>
  /** The number of documents removed. For what nobody needs to be shown again; the ledger is never removed from. */
  removeWhere(where: Fields): Promise<number>
  /** Those of these ids that there are, in as many reads, all at once, as it takes. */
  findAll(ids: readonly string[]): Promise<Doc[]>
  /** Everything that matches, in the order of `_id`, in as many reads as it takes. */
  listAll(where: Fields, fields?: Record<string, boolean>): Promise<Doc[]>
}

/** The SDK's answers carry no types: this file is where they get them. */
export function collection<Doc extends { _id: string }>(name: string): Collection<Doc> {
  const all = () => {
    checkDeadline()
    return database.collection(name)
  }
  const insert = async (data: object): Promise<boolean> => {
    try {
      await all().add({ data })
      return true
    } catch (error) {
      if (isDuplicateKey(error)) return false
      throw error
    }
  }
  const list = async (where: Fields, { limit = PAGE, orderBy, thenBy, fields }: ListOptions = {}): Promise<Doc[]> => {
    let query = all().where(where).limit(limit)
    if (orderBy) query = query.orderBy(orderBy[0], orderBy[1])
    if (thenBy) query = query.orderBy(thenBy[0], thenBy[1])
    if (fields) query = query.field(fields)
    return (await query.get()).data as Doc[]
  }
  return {
    list,
    async find(id) {
      return ((await all().doc(id).get()).data ?? null) as Doc | null
    },
    add: insert,
    async addAll(docs) {
      return docs.length === 0 || (await insert([...docs]))
    },
    async updateWhere(where, data) {
      return (await all().where(where).update({ data })).stats.updated
    },
    async count(where) {
      return (await all().where(where).count()).total
    },
    async groups<Group>(where: Fields, by: Fields) {
      return (await all().aggregate().match(where).group(by).limit(MOST_GROUPS).end()).list as Group[]
    },
    async removeWhere(where) {
      return (await all().where(where).remove()).stats.removed
    },
    async findAll(ids) {
      const pages = inPages(ids).map((page) => list({ _id: command.in([...page]) }))
      return (await Promise.all(pages)).flat()
    },
    async listAll(where, fields) {
      const found: Doc[] = []
      for (let last = ''; ; ) {
        const after = last === '' ? where : { ...where, _id: command.gt(last) }
        const options: ListOptions = { orderBy: ['_id', 'asc'], ...(fields ? { fields } : {}) }
        const page = await list(after, options)
        found.push(...page)
        const end = page.at(-1)
        if (!end || page.length < PAGE) return found
        last = end._id
      }
    },
  }
}

/** In pieces of what one read answers. */
export const inPages = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / PAGE) }, (_, page) => items.slice(page * PAGE, (page + 1) * PAGE))

/** CloudBase gives a duplicate key no code of its own: its message is the only sign (docs of `localcloud/`). */
function isDuplicateKey(error: unknown): boolean {
  return error instanceof Error && error.message.includes('E11000')
}
