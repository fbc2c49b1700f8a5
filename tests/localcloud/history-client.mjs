// @ts-check
// One process of the history checker: random transactions through the real SDK, one line of JSON for each that ended.
// Usage: node history-client.mjs NAME SEED TRANSACTIONS ACCOUNTS; the server's address is in TCB_CONTEXT_CNFG.
import cloud from 'wx-server-sdk'

const [, , name = '', seed = '0', transactions = '0', accounts = '0'] = process.argv
Reflect.apply(cloud.init, cloud, [{ env: 'local', keepalive: true }])
const db = Reflect.apply(cloud.database, cloud, [])

let state = Number(seed)
/** @param {number} below */
function random(below) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

/** @typedef {{ id: string, stamp: string, fen: number }} Read */

/** @param {string} transactionName */
async function attempt(transactionName) {
  const transaction = await db.startTransaction()
  const collection = transaction.collection('accounts')
  /** @type {Read[]} */
  const reads = []
  /** @type {{ id: string, over: string }[]} */
  const writes = []
  /** @param {string} id */
  const read = async (id) => {
    const { data } = await collection.doc(id).get()
    reads.push({ id, stamp: data.stamp, fen: data.fen })
    return data
  }
  try {
    // Every account is read, so that the sum a transaction sees can be checked.
    for (let at = 0; at < Number(accounts); at++) await read(`account${at}`)
    const from = `account${random(Number(accounts))}`
    const to = `account${random(Number(accounts))}`
    if (from !== to) {
      const amount = 1 + random(50)
      for (const [id, change] of /** @type {const} */ ([
        [from, -amount],
        [to, amount],
      ])) {
        const before = await read(id)
        await collection.doc(id).update({ data: { fen: before.fen + change, stamp: transactionName } })
        writes.push({ id, over: before.stamp })
      }
      await transaction.collection('transfers').add({ data: { _id: transactionName, from, to, amount } })
    }
    if (random(6) === 0) {
      await transaction.rollback('on purpose')
      return { outcome: 'rolled back', reads, writes }
    }
    await transaction.commit()
    return { outcome: 'committed', reads, writes }
  } catch (failure) {
    const text = String(Object(failure).errMsg ?? Object(failure).message ?? failure)
    if (!/TransactionConflict|TransactionBusy|TransactionNotExist/.test(text)) throw failure
    return { outcome: 'conflict', reads, writes }
  }
}

for (let at = 0; at < Number(transactions); at++) {
  const transactionName = `${name}-${at}`
  process.stdout.write(`${JSON.stringify({ name: transactionName, ...(await attempt(transactionName)) })}\n`)
}
process.exit(0)
