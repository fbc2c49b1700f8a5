import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { declared, failureOf, type OpenedSdk, openSdk, type SdkCollection, type SdkDatabase } from './sdk'

/** Real time under the test's hand: what was to run after so many milliseconds runs when the test says so. */
function handTimer() {
  let waiting: { milliseconds: number; run: () => void }[] = []
  return {
    after: (milliseconds: number, run: () => void) => {
      const entry = { milliseconds, run }
      waiting.push(entry)
      return () => {
        waiting = waiting.filter((other) => other !== entry)
      }
    },
    /** Lets so much time pass for everything that waits. */
    pass: (milliseconds: number) => {
      for (const entry of waiting) entry.milliseconds -= milliseconds
      for (const { run } of waiting.filter((entry) => entry.milliseconds <= 0)) run()
    },
    waiting: () => waiting.length,
  }
}

const timer = handTimer()
let sdk: OpenedSdk
let db: SdkDatabase
let accounts: SdkCollection

beforeAll(async () => {
  sdk = await openSdk([declared('accounts', ['owner', ['owner'], 'unique'])], { after: timer.after })
  db = sdk.db
  accounts = db.collection('accounts')
})
afterAll(() => sdk.close())
beforeEach(async () => {
  // Ends what a failed test left running, so that it fails alone.
  timer.pass(30_000)
  await accounts.where({}).remove()
  await accounts.add({
    data: [
      { _id: 'a', owner: 'li', fen: 100 },
      { _id: 'b', owner: 'wang', fen: 0 },
    ],
  })
})

const conflict = 'TransactionConflict'
const fenOf = async (id: string) => (await accounts.doc(id).get()).data?.fen
const plainWritesSeen = () =>
  sdk.requests.filter(
    ({ action, transactionId }) => !transactionId && /insertDocument|modifyDocument|removeDocument/.test(action),
  ).length

/** Waits, by asking other things, until so many more plain writes have come in. */
async function reachedServer(before: number, more: number): Promise<void> {
  while (plainWritesSeen() < before + more) await fenOf('b')
}

describe('事务 startTransaction', () => {
  it('shows its writes to itself at once and to others only after commit, all together', async () => {
    const { command: _ } = db
    const transaction = await db.startTransaction()
    const inside = transaction.collection('accounts')
    await inside.doc('a').update({ data: { fen: _.inc(-30) } })
    await inside.doc('b').set({ data: { owner: 'wang', fen: 30 } })
    await inside.add({ data: { _id: 'log', owner: 'log', moved: 30 } })
    expect((await inside.doc('a').get()).data.fen).toBe(70)
    expect((await inside.where({ owner: 'log' }).get()).data).toEqual([{ _id: 'log', owner: 'log', moved: 30 }])
    expect([await fenOf('a'), await fenOf('b'), (await accounts.count()).total]).toEqual([100, 0, 2])
    await transaction.commit()
    expect([await fenOf('a'), await fenOf('b'), (await accounts.count()).total]).toEqual([70, 30, 3])
  })

  it('rollback leaves nothing behind', async () => {
    const transaction = await db.startTransaction()
    await transaction.collection('accounts').doc('a').remove()
    await transaction.collection('accounts').add({ data: { _id: 'c', owner: 'zhao' } })
    await transaction.rollback()
    expect((await accounts.get()).data).toEqual([
      { _id: 'a', owner: 'li', fen: 100 },
      { _id: 'b', owner: 'wang', fen: 0 },
    ])
    await accounts.add({ data: { _id: 'c', owner: 'zhao' } })
  })

  it('reads the same snapshot throughout, whatever others commit meanwhile', async () => {
    const transaction = await db.startTransaction()
    const inside = transaction.collection('accounts')
    expect((await inside.doc('a').get()).data.fen).toBe(100)
    await accounts.doc('a').update({ data: { fen: 1 } })
    await accounts.doc('b').remove()
    await accounts.add({ data: { _id: 'c', owner: 'zhao', fen: 5 } })
    expect((await inside.doc('a').get()).data.fen).toBe(100)
    expect((await inside.doc('b').get()).data).toEqual({ _id: 'b', owner: 'wang', fen: 0 })
    expect((await inside.doc('c').get()).data).toBeNull()
    expect((await inside.where({ owner: 'zhao' }).get()).data).toEqual([])
    expect((await inside.where({ owner: 'wang' }).get()).data).toHaveLength(1)
    expect((await inside.get()).data.map(({ _id }) => _id)).toEqual(['a', 'b'])
    await transaction.commit()
    expect((await accounts.get()).data.map(({ _id }) => _id)).toEqual(['a', 'c'])
  })

  it('takes its snapshot at its first operation, not at its start', async () => {
    const transaction = await db.startTransaction()
    await accounts.doc('a').update({ data: { fen: 1 } })
    expect((await transaction.collection('accounts').doc('a').get()).data.fen).toBe(1)
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { fen: 2 } })
    await transaction.commit()
    expect(await fenOf('a')).toBe(2)
  })
})

describe('事务冲突', () => {
  it('writing a document another transaction has written fails at once and ends the transaction', async () => {
    const first = await db.startTransaction()
    const second = await db.startTransaction()
    await first
      .collection('accounts')
      .doc('a')
      .update({ data: { fen: 1 } })
    await second
      .collection('accounts')
      .doc('b')
      .update({ data: { fen: 2 } })
    const failure = await failureOf(
      second
        .collection('accounts')
        .doc('a')
        .update({ data: { fen: 3 } }),
    )
    expect(failure.errMsg).toContain(conflict)
    expect((await failureOf(second.commit())).errMsg).toContain('TransactionNotExist')
    await first.commit()
    expect([await fenOf('a'), await fenOf('b')]).toEqual([1, 0])
  })

  it('writing a document that changed since the snapshot is a conflict (no lost update)', async () => {
    const transaction = await db.startTransaction()
    await transaction.collection('accounts').doc('b').get()
    await accounts.doc('a').update({ data: { fen: 7 } })
    const failure = await failureOf(
      transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { fen: 8 } }),
    )
    expect(failure.errMsg).toContain(conflict)
    expect(await fenOf('a')).toBe(7)
  })

  it('removing or replacing a document removed since the snapshot is a conflict', async () => {
    for (const act of [
      (inside: SdkCollection) => inside.doc('a').remove(),
      (inside: SdkCollection) => inside.doc('a').set({ data: { owner: 'new' } }),
    ]) {
      await accounts.doc('a').set({ data: { owner: 'li', fen: 100 } })
      const transaction = await db.startTransaction()
      await transaction.collection('accounts').doc('b').get()
      await accounts.doc('a').remove()
      expect((await failureOf(act(transaction.collection('accounts')))).errMsg).toContain(conflict)
    }
  })

  it('adding an _id that appeared since the snapshot is a conflict, one that was there is E11000', async () => {
    const late = await db.startTransaction()
    await late.collection('accounts').doc('b').get()
    await accounts.add({ data: { _id: 'c', owner: 'zhao' } })
    expect((await failureOf(late.collection('accounts').add({ data: { _id: 'c', owner: 'x' } }))).errMsg).toContain(
      conflict,
    )
    const early = await db.startTransaction()
    expect((await failureOf(early.collection('accounts').add({ data: { _id: 'c', owner: 'x' } }))).errMsg).toContain(
      'E11000',
    )
  })

  it('two transactions cannot take one unique key; a third after the rollback can', async () => {
    const first = await db.startTransaction()
    const second = await db.startTransaction()
    await first.collection('accounts').add({ data: { _id: 'x', owner: 'same' } })
    expect(
      (await failureOf(second.collection('accounts').add({ data: { _id: 'y', owner: 'same' } }))).errMsg,
    ).toContain(conflict)
    await first.rollback()
    const third = await db.startTransaction()
    await third.collection('accounts').add({ data: { _id: 'z', owner: 'same' } })
    await third.commit()
    expect((await accounts.where({ owner: 'same' }).get()).data).toEqual([{ _id: 'z', owner: 'same' }])
  })

  it('within one transaction unique keys can be handed from one document to another', async () => {
    const transaction = await db.startTransaction()
    const inside = transaction.collection('accounts')
    expect((await inside.doc('a').update({ data: { owner: 'spare' } })).stats.updated).toBe(1)
    await inside.doc('b').update({ data: { owner: 'li' } })
    await inside.doc('a').update({ data: { owner: 'wang' } })
    await transaction.commit()
    expect((await accounts.where({ owner: 'li' }).get()).data.map(({ _id }) => _id)).toEqual(['b'])
    expect((await accounts.where({ owner: 'wang' }).get()).data.map(({ _id }) => _id)).toEqual(['a'])
  })

  it('reading alone never conflicts: write skew is possible, as in production', async () => {
    const one = await db.startTransaction()
    const two = await db.startTransaction()
    await one.collection('accounts').doc('a').get()
    await two.collection('accounts').doc('b').get()
    await one
      .collection('accounts')
      .doc('b')
      .update({ data: { fen: 50 } })
    await two
      .collection('accounts')
      .doc('a')
      .update({ data: { fen: 50 } })
    await one.commit()
    await two.commit()
    expect([await fenOf('a'), await fenOf('b')]).toEqual([50, 50])
  })
})

describe('事务锁 and plain writes', () => {
  it('a plain update waits until the transaction ends, then acts on what it left', async () => {
    const { command: _ } = db
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { fen: 40 } })
    const order: string[] = []
    const plainWrites = plainWritesSeen()
    const waiting = accounts
      .doc('a')
      .update({ data: { fen: _.inc(1) } })
      .then(() => order.push('plain'))
    await reachedServer(plainWrites, 1)
    expect(await fenOf('a')).toBe(100)
    await accounts.doc('b').update({ data: { fen: 9 } })
    order.push('other document')
    await transaction.commit().then(() => order.push('commit'))
    await waiting
    expect(order.indexOf('other document')).toBe(0)
    expect(order).toHaveLength(3)
    expect(await fenOf('a')).toBe(41)
  })

  it('a waiting conditional update looks again: it does nothing when the condition no longer holds', async () => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { fen: 40 } })
    const plainWrites = plainWritesSeen()
    const waiting = accounts.where({ fen: 100 }).update({ data: { fen: 0 } })
    await reachedServer(plainWrites, 1)
    await transaction.commit()
    expect((await waiting).stats.updated).toBe(0)
    expect(await fenOf('a')).toBe(40)
  })

  it('a plain add waits for a unique key that a transaction has taken', async () => {
    for (const [end, expected] of [
      ['commit', 'rejected'],
      ['rollback', 'fulfilled'],
    ] as const) {
      await accounts.where({ owner: 'same' }).remove()
      const transaction = await db.startTransaction()
      await transaction.collection('accounts').add({ data: { owner: 'same' } })
      const plainWrites = plainWritesSeen()
      const waiting = Promise.allSettled([accounts.add({ data: { owner: 'same' } })])
      await reachedServer(plainWrites, 1)
      await transaction[end]()
      expect((await waiting)[0]?.status).toBe(expected)
      expect((await accounts.where({ owner: 'same' }).count()).total).toBe(1)
    }
  })

  it('a plain add of an _id that a transaction has removed waits for the outcome', async () => {
    for (const [end, expected] of [
      ['rollback', 'rejected'],
      ['commit', 'fulfilled'],
    ] as const) {
      const transaction = await db.startTransaction()
      await transaction.collection('accounts').doc('a').remove()
      const plainWrites = plainWritesSeen()
      const waiting = Promise.allSettled([accounts.add({ data: { _id: 'a', owner: 'again' } })])
      await reachedServer(plainWrites, 1)
      await transaction[end]()
      expect((await waiting)[0]?.status).toBe(expected)
    }
    expect((await accounts.doc('a').get()).data).toEqual({ _id: 'a', owner: 'again' })
  })
})

describe('事务期限', () => {
  it('after 30 seconds of real time the transaction is gone, its writes dropped and its locks given up', async () => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .doc('a')
      .update({ data: { fen: 1 } })
    const plainWrites = plainWritesSeen()
    const waiting = accounts.doc('a').update({ data: { fen: 2 } })
    await reachedServer(plainWrites, 1)
    timer.pass(29_999)
    expect((await transaction.collection('accounts').doc('a').get()).data.fen).toBe(1)
    timer.pass(1)
    expect((await waiting).stats.updated).toBe(1)
    const failure = await failureOf(transaction.collection('accounts').doc('a').get())
    expect(failure.errMsg).toContain('[ResourceUnavailable.TransactionNotExist]')
    expect((await failureOf(transaction.commit())).errMsg).toContain('TransactionNotExist')
    expect(await fenOf('a')).toBe(2)
  })

  it('an ended transaction leaves no timer behind', async () => {
    const before = timer.waiting()
    const transaction = await db.startTransaction()
    expect(timer.waiting()).toBe(before + 1)
    await transaction.commit()
    expect(timer.waiting()).toBe(before)
  })
})

describe('事务的使用限制', () => {
  it('operations run in parallel fail with [TransactionBusy]; the one under way goes on', async () => {
    const transaction = await db.startTransaction()
    const inside = transaction.collection('accounts')
    // Sockets that are already open, so that all requests arrive together.
    await Promise.all(Array.from({ length: 5 }, () => fenOf('a')))
    const outcomes = await Promise.allSettled(['a', 'b', 'a', 'b', 'a'].map((id) => inside.doc(id).get()))
    const failed = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(outcomes.length - failed.length).toBeGreaterThanOrEqual(1)
    expect(failed.length).toBeGreaterThanOrEqual(1)
    for (const { reason } of failed) expect(String(reason)).toContain('TransactionBusy')
    await transaction.rollback()
  })

  it('where().update on a transaction runs outside it: the SDK sends no transaction with it', async () => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('accounts')
      .where({ _id: 'a' })
      .update({ data: { fen: 5 } })
    await transaction.rollback()
    expect(await fenOf('a')).toBe(5)
  })

  it('a failed operation ends the transaction', async () => {
    const transaction = await db.startTransaction()
    const { command: _ } = db
    await failureOf(
      transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { owner: _.inc(1) } }),
    )
    expect((await failureOf(transaction.commit())).errMsg).toContain('TransactionNotExist')
  })
})

describe('runTransaction', () => {
  it('commits what the callback did and returns its result', async () => {
    const left = await db.runTransaction(async (transaction) => {
      const { data } = await transaction.collection('accounts').doc('a').get()
      const fen = Number(data.fen) - 60
      await transaction.collection('accounts').doc('a').update({ data: { fen } })
      return fen
    })
    expect([left, await fenOf('a')]).toEqual([40, 40])
  })

  it('a throwing callback rolls back', async () => {
    const failing = db.runTransaction(async (transaction) => {
      await transaction
        .collection('accounts')
        .doc('a')
        .update({ data: { fen: 0 } })
      throw new Error('changed my mind')
    })
    expect((await failureOf(failing)).errMsg).toContain('changed my mind')
    expect(await fenOf('a')).toBe(100)
  })
})
