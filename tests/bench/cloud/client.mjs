// @ts-check
/** One SDK client, in a thread of its own: does one kind of work, so many at a time, for so long, and says how often. */
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const cloud = createRequire(import.meta.url)('wx-server-sdk')
cloud.init({ env: 'local', keepalive: true })
const database = cloud.database({ throwOnNotFound: false })
const { inc } = database.command
const { sum } = database.command.aggregate
/** @type {{ documents: number, client: number, text: string }} */
const { documents, client, text } = workerData

// Each kind of work has a collection of its own, so that a server which does nothing knows what to answer.
const books = (/** @type {string} */ kind) => database.collection(kind)
let count = 0
/** A document that no other client touches at this time: transactions and updates meet nobody. */
const ownOf = (/** @type {number} */ lane) => `d${(client * 1000 + lane) % documents}`
const any = () => `d${(count * 7919 + client * 104_729) % documents}`

/** @type {Record<string, (lane: number) => Promise<unknown>>} */
const work = {
  get: () => books('get').doc(any()).get(),
  update: (lane) =>
    books('update')
      .where({ _id: ownOf(lane), state: 'open' })
      .update({ data: { version: inc(1) } }),
  add: () => books('add').add({ data: { text, branch: 'b1', version: 0 } }),
  async transaction(lane) {
    const transaction = await database.startTransaction()
    const book = transaction.collection('transaction').doc(ownOf(lane))
    await book.get()
    await book.update({ data: { version: inc(1) } })
    await transaction.commit()
  },
  aggregate: () =>
    books('aggregate')
      .aggregate()
      .group({ _id: '$branch', total: sum('$fen') })
      .end(),
  unindexed: () => books('unindexed').where({ street: 's7' }).limit(20).get(),
  indexed: () => books('indexed').where({ branch: 'b7' }).limit(20).get(),
}

parentPort?.on('message', async ({ kind, lanes, ms }) => {
  const until = performance.now() + ms
  let done = 0
  const one = work[kind]
  if (one === undefined) throw new Error(`no such work: ${kind}`)
  await Promise.all(
    Array.from({ length: lanes }, async (_, lane) => {
      while (performance.now() < until) {
        count += 1
        await one(lane)
        done += 1
      }
    }),
  )
  parentPort?.postMessage(done)
})
