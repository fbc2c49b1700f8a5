/**
 * The floor: raw operations of the real SDK, one read and one conditional update after the other as a draw that wins
 * nothing does, against a server that does nothing. No gateway, no function host, no rule, no database.
 */
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'

const cloud = createRequire(import.meta.url)('wx-server-sdk')
cloud.init({ env: 'local', keepalive: true })
const database = cloud.database({ throwOnNotFound: false })
const books = database.collection('drawBooks')
const { inc, push } = database.command

async function readAndWrite(record) {
  await books.doc('floor').get()
  await books.where({ _id: 'floor', version: 1 }).update({ data: { version: inc(1), draws: push([record]) } })
}

parentPort?.on('message', async ({ rounds, inFlight, record }) => {
  let left = rounds
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left > 0) {
        left -= 1
        await readAndWrite(record)
      }
    }),
  )
  parentPort.postMessage('done')
})
