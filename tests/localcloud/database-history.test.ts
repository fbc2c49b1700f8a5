import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declared, type OpenedSdk, openSdk, type SdkTransaction } from './sdk'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
const accountsCount = 5
const clients = 8
const transfersEach = 6
const initialFen = 1000

/** A small generator of repeatable random numbers (mulberry32). */
function randomFrom(start: number): (below: number) => number {
  let state = start
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

let sdk: OpenedSdk
beforeAll(async () => {
  sdk = await openSdk([declared('accounts'), declared('journal', ['transfer', ['transfer'], 'unique'])])
  const data = Array.from({ length: accountsCount }, (_, at) => ({ _id: `account${at}`, fen: initialFen, moves: 0 }))
  await sdk.db.collection('accounts').add({ data })
})
afterAll(() => sdk.close())

/** The retry every caller must write: the SDK loses the code of an operation's conflict, so its own does not happen. */
async function retried<Result>(run: (transaction: SdkTransaction) => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await sdk.db.runTransaction(run, 0)
    } catch (failure) {
      if (!/TransactionConflict/.test(JSON.stringify(failure) + String(failure))) throw failure
    }
  }
}

async function transfer(name: string, from: string, to: string, fen: number, rollBack: boolean): Promise<void> {
  await retried(async (transaction) => {
    const accounts = transaction.collection('accounts')
    const payer = (await accounts.doc(from).get()).data
    const payee = (await accounts.doc(to).get()).data
    await accounts.doc(from).update({ data: { fen: Number(payer.fen) - fen, moves: Number(payer.moves) + 1 } })
    await accounts.doc(to).update({ data: { fen: Number(payee.fen) + fen, moves: Number(payee.moves) + 1 } })
    if (rollBack) throw new Error('rolled back on purpose')
    await transaction.collection('journal').add({ data: { transfer: name, from, to, fen } })
  })
}

describe(`transaction history (SEED=${seed})`, () => {
  it('snapshot isolation: no lost update, no dirty read, the sum of all accounts is kept at every moment', async () => {
    let running = true
    let audits = 0
    const auditor = async () => {
      while (running) {
        const { data } = await sdk.db.collection('accounts').get()
        expect(data.reduce((sum, { fen }) => sum + Number(fen), 0)).toBe(accountsCount * initialFen)
        audits += 1
      }
    }
    const client = async (number: number) => {
      const random = randomFrom(seed + number)
      for (let at = 0; at < transfersEach; at++) {
        const from = random(accountsCount)
        const to = (from + 1 + random(accountsCount - 1)) % accountsCount
        const rollBack = random(4) === 0
        const done = transfer(`${number}/${at}`, `account${from}`, `account${to}`, random(90) + 1, rollBack)
        if (rollBack) await expect(done).rejects.toThrow('rolled back on purpose')
        else await done
      }
    }
    const auditing = auditor()
    await Promise.all(Array.from({ length: clients }, (_, number) => client(number)))
    running = false
    await auditing

    const { data: accounts } = await sdk.db.collection('accounts').get()
    const { data: journal } = await sdk.db.collection('journal').limit(1000).get()
    for (const { _id, fen, moves } of accounts) {
      const paid = journal.filter(({ from }) => from === _id)
      const received = journal.filter(({ to }) => to === _id)
      const total = (moved: typeof journal) => moved.reduce((sum, entry) => sum + Number(entry.fen), 0)
      expect({ _id, fen, moves }).toEqual({
        _id,
        fen: initialFen - total(paid) + total(received),
        moves: paid.length + received.length,
      })
    }
    expect(journal.length).toBeGreaterThan(0)
    expect(audits).toBeGreaterThan(10)
  }, 120_000)
})
