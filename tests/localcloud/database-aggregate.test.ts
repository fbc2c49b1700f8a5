import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { declared, failureOf, type OpenedSdk, openSdk } from './sdk'

let sdk: OpenedSdk
beforeAll(async () => {
  sdk = await openSdk([declared('draws', ['day', ['day']]), declared('prizes')])
  const { db } = sdk
  await db.collection('prizes').add({
    data: [
      { _id: 'p1', name: '洗车券', cost: 3000 },
      { _id: 'p2', name: '油卡', cost: 20000 },
    ],
  })
  await db.collection('draws').add({
    data: [
      { _id: 1, day: 'mon', prize: 'p1', points: [1, 2], at: new Date('2026-11-11T16:30:00Z') },
      { _id: 2, day: 'mon', prize: 'p2', points: [5], at: new Date('2026-11-12T03:00:00Z') },
      { _id: 3, day: 'tue', prize: 'p1', points: [], at: new Date('2026-11-12T16:00:00Z') },
    ],
  })
})
afterAll(() => sdk.close())

const draws = () => sdk.db.collection('draws').aggregate()

describe('聚合', () => {
  it('group with sum, avg, max and push, then sort', async () => {
    const { aggregate: $ } = sdk.db.command
    const { list } = await draws()
      .group({ _id: '$day', draws: $.sum(1), last: $.max('$_id'), prizes: $.push('$prize') })
      .sort({ _id: -1 })
      .end()
    expect(list).toEqual([
      { _id: 'tue', draws: 1, last: 3, prizes: ['p1'] },
      { _id: 'mon', draws: 2, last: 2, prizes: ['p1', 'p2'] },
    ])
  })

  it('match, project, skip and limit', async () => {
    const { list } = await draws().match({ day: 'mon' }).project({ _id: 1, prize: 1 }).skip(1).limit(5).end()
    expect(list).toEqual([{ _id: 2, prize: 'p2' }])
  })

  it('unwind, count and sortByCount', async () => {
    expect((await draws().unwind('$points').count('points').end()).list).toEqual([{ points: 3 }])
    expect((await draws().sortByCount('$prize').end()).list).toEqual([
      { _id: 'p1', count: 2 },
      { _id: 'p2', count: 1 },
    ])
  })

  it('lookup joins another collection', async () => {
    const { list } = await draws()
      .match({ _id: 2 })
      .lookup({ from: 'prizes', localField: 'prize', foreignField: '_id', as: 'detail' })
      .end()
    expect(list[0]?.detail).toEqual([{ _id: 'p2', name: '油卡', cost: 20000 }])
  })

  it('addFields and replaceRoot do not change what is stored', async () => {
    const { list } = await draws()
      .addFields({ 'extra.day': '$day' })
      .match({ _id: 1 })
      .replaceRoot({ newRoot: '$extra' })
      .end()
    expect(list).toEqual([{ day: 'mon' }])
    expect((await sdk.db.collection('draws').doc(1).get()).data).not.toHaveProperty('extra')
  })

  it('dateToString counts days in a given time zone', async () => {
    const { aggregate: $ } = sdk.db.command
    const { list } = await draws()
      .group({ _id: $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: '+08:00' }), draws: $.sum(1) })
      .sort({ _id: 1 })
      .end()
    expect(list).toEqual([
      { _id: '2026-11-12', draws: 2 },
      { _id: '2026-11-13', draws: 1 },
    ])
  })

  it('fails on an unknown collection and on an unknown operator (the SDK loses the code of an aggregate’s failure)', async () => {
    const missing = await failureOf(sdk.db.collection('none').aggregate().end())
    expect(missing.errMsg).toContain('Db or Table not exist: none')
    const unknown = draws().group({ _id: null, x: { $nonsense: 1 } })
    expect((await failureOf(unknown.end())).errMsg).toContain('$nonsense')
  })
})
