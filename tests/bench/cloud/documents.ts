/** About as long as a document of this project: 600 bytes of JSON. */
const TEXT = 'x'.repeat(430)

/** The kinds of work; each has a collection of its name. */
export const kinds = ['get', 'update', 'add', 'transaction', 'aggregate', 'unindexed', 'indexed'] as const
export type Kind = (typeof kinds)[number]

export const text = TEXT

export const declaration = {
  collections: kinds.map((name) => ({
    name,
    access: 'none',
    indexes: name === 'indexed' ? [{ name: 'branch', keys: ['branch'], unique: false }] : [],
  })),
}

/** The nth document. 200 branches of 50 and 500 streets of 20 in 10,000. */
const documentOf = (at: number, of: number) => ({
  _id: `d${at}`,
  branch: `b${at % Math.ceil(of / 50)}`,
  street: `s${at % Math.ceil(of / 20)}`,
  state: 'open',
  version: 0,
  fen: at,
  text: TEXT,
})

const AT_ONCE = 1000

/** Adds documents `from` to `until` of `of`, in the database protocol. */
export async function addDocuments(
  url: string,
  collectionName: string,
  { from = 0, until, of = until }: { from?: number; until: number; of?: number },
): Promise<void> {
  for (let at = from; at < until; at += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, until - at) }, (_, more) => documentOf(at + more, of))
    const data = some.map((document) => JSON.stringify(document))
    const body = JSON.stringify({ action: 'database.insertDocument', collectionName, data })
    const answer = await (await fetch(`${url}/admin`, { method: 'POST', body })).json()
    if (answer.code) throw new Error(answer.message)
  }
}
