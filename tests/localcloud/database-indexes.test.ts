import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#localcloud/database/database'
import { declared, failureOf, type OpenedSdk, openSdk, type SdkCollection } from './sdk'

let sdk: OpenedSdk
let chances: SdkCollection

beforeAll(async () => {
  sdk = await openSdk([
    declared(
      'chances',
      ['openid_day', ['openid', 'day'], 'unique'],
      ['tags', ['tags'], 'unique'],
      ['state', ['state']],
    ),
  ])
  chances = sdk.db.collection('chances')
})
afterAll(() => sdk.close())
beforeEach(() => chances.where({}).remove())

const add = (openid: unknown, day: unknown, tags: unknown = `${openid}/${day}/${Math.random()}`) =>
  chances.add({ data: { openid, day, tags } })

describe('唯一索引', () => {
  it('refuses a second document under the same compound key with E11000 and names index and key', async () => {
    await add('o1', '2026-11-11')
    const failure = await failureOf(add('o1', '2026-11-11'))
    expect(failure.errCode).toBe(-502001)
    expect(failure.errMsg).toContain('E11000 duplicate key error collection: local.chances index: openid_day')
    expect(failure.errMsg).toContain('dup key: { openid: "o1", day: "2026-11-11" }')
    await add('o1', '2026-11-12')
    await add('o2', '2026-11-11')
  })

  it('keeps compound keys apart that read the same when put together', async () => {
    await add('a', 'bc')
    await add('ab', 'c')
    await add('1', 1)
    await add(1, '1')
    expect((await chances.count()).total).toBe(4)
  })

  it('a missing field counts as null', async () => {
    await chances.add({ data: { openid: 'o', tags: 1 } })
    expect((await failureOf(add('o', null))).errMsg).toContain('E11000')
  })

  it('indexes each element of a list', async () => {
    await add('a', 1, ['x', 'y', 'x'])
    expect((await failureOf(add('b', 1, ['z', 'y']))).errMsg).toContain('E11000')
    expect((await failureOf(add('c', 1, 'x'))).errMsg).toContain('E11000')
    await add('d', 1, ['z'])
  })

  it('refuses two lists in one compound key', async () => {
    expect((await failureOf(add(['a'], ['b']))).errMsg).toContain('cannot index parallel arrays')
  })

  it('of 50 concurrent adds under one key exactly one succeeds', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => add('o9', 'same day')))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await chances.where({ openid: 'o9' }).count()).total).toBe(1)
  })

  it('update and set are refused as well, and change nothing', async () => {
    await chances.add({ data: { _id: 'one', openid: 'o', day: 1, tags: 1 } })
    await chances.add({ data: { _id: 'two', openid: 'o', day: 2, tags: 2 } })
    expect((await failureOf(chances.doc('two').update({ data: { day: 1 } }))).errMsg).toContain('E11000')
    expect((await failureOf(chances.doc('two').set({ data: { openid: 'o', day: 1 } }))).errMsg).toContain('E11000')
    expect((await failureOf(chances.doc('three').set({ data: { openid: 'o', day: 1 } }))).errMsg).toContain('E11000')
    expect((await chances.get()).data).toEqual([
      { _id: 'one', openid: 'o', day: 1, tags: 1 },
      { _id: 'two', openid: 'o', day: 2, tags: 2 },
    ])
  })

  it('a key is free again once its document was changed or removed', async () => {
    await chances.add({ data: { _id: 'one', openid: 'o', day: 1, tags: ['t'] } })
    await chances.doc('one').update({ data: { day: 2 } })
    await chances.add({ data: { _id: 'two', openid: 'o', day: 1, tags: ['u'] } })
    await chances.doc('one').remove()
    await chances.add({ data: { _id: 'three', openid: 'o', day: 2, tags: ['t'] } })
    expect((await chances.where({ openid: 'o', day: 2 }).get()).data.map(({ _id }) => _id)).toEqual(['three'])
  })
})

describe('索引', () => {
  it('finds changed documents under their new values only', async () => {
    await chances.add({
      data: [
        { _id: 1, state: 'new', day: 1, tags: 1 },
        { _id: 2, state: 'new', day: 2, tags: 2 },
      ],
    })
    await chances.doc(1).update({ data: { state: ['done', 'told'] } })
    const ids = async (state: unknown) => (await chances.where({ state }).get()).data.map(({ _id }) => _id)
    expect([await ids('new'), await ids('done'), await ids('told'), await ids(null)]).toEqual([[2], [1], [1], []])
  })

  it('a unique index that existing documents break is refused at the start, naming it', async () => {
    const reopened = openDatabase({
      folder: ':memory:',
      now: Date.now,
      declaration: { collections: [declared('c', ['u', ['k'], 'unique'])] },
      file: {
        collections: async () => [],
        rows: async function* () {
          yield [
            { position: 1, collection: 'c', text: '{"_id":"a","k":1}' },
            { position: 2, collection: 'c', text: '{"_id":"b","k":1}' },
          ]
        },
        commit: async () => undefined,
        close: async () => undefined,
      },
    })
    await expect(reopened).rejects.toThrow(/E11000.*local\.c index: u dup key: \{ k: 1 \}/)
  })
})
