import type { Instant } from '#values/days'
import { type Collection, command } from './collection'

/** What the policy feed told of a vehicle or a holder, as of the issue of the policy that it told it with. */
export interface Told {
  _id: string
  toldAt: Instant
  /** Keyed hash of what was told: equal ones need not be written again. */
  toldHash: string
}

/**
 * Keeps what was told, unless something later is known: an old policy's event never overwrites a newer phone number.
 * @param told one of each id, the latest; `write` seals what is personal and is called only for what is written
 */
export async function keepLatest<Doc extends Told>(
  documents: Collection<Doc>,
  told: readonly (Told & { write: () => Doc })[],
): Promise<void> {
  const known = new Map((await documents.findAll(told.map(({ _id }) => _id))).map((doc) => [doc._id, doc]))
  const unknown = told.filter(({ _id }) => !known.has(_id))
  const added = await documents.addAll(unknown.map(({ write }) => write()))
  const changed = told.filter(({ _id, toldAt, toldHash }) => {
    const doc = known.get(_id)
    // After a failed addition it is not known which were added: each is tried by itself.
    if (!doc) return !added
    return doc.toldAt < toldAt || (doc.toldAt === toldAt && doc.toldHash !== toldHash)
  })
  await inTurns(changed, async ({ write, toldAt }) => {
    const doc = write()
    if (!known.has(doc._id) && (await documents.add(doc))) return
    const { _id, ...fields } = doc
    await documents.updateWhere({ _id, toldAt: command.lte(toldAt) }, fields)
  })
}

const AT_ONCE = 20

/** Does the work for all items, some at a time. */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    await Promise.all(items.slice(from, from + AT_ONCE).map(work))
  }
}
