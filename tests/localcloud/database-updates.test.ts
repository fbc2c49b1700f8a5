import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { declared, type Fields, failureOf, type OpenedSdk, openSdk, type SdkCollection } from './sdk'

const serverTime = Date.UTC(2026, 10, 11, 4)
let sdk: OpenedSdk
let docs: SdkCollection

beforeAll(async () => {
  sdk = await openSdk([declared('docs')], { now: () => serverTime })
  docs = sdk.db.collection('docs')
})
afterAll(() => sdk.close())
beforeEach(() => docs.where({}).remove())

type Command = OpenedSdk['db']['command']

async function updated(before: Fields, data: (_: Command) => Fields): Promise<Fields> {
  await docs.doc('x').set({ data: before })
  const { stats } = await docs.doc('x').update({ data: data(sdk.db.command) })
  const { _id, ...after } = (await docs.doc('x').get()).data
  return { ...after, updated: stats.updated }
}

describe('update 更新操作符', () => {
  it.each<[string, Fields, (_: Command) => Fields, Fields]>([
    ['sets fields and leaves the others', { a: 1, b: 2 }, () => ({ b: 3, c: 4 }), { a: 1, b: 3, c: 4, updated: 1 }],
    [
      'merges nested objects field by field',
      { d: { x: 1, y: 2 } },
      () => ({ d: { y: 3 } }),
      { d: { x: 1, y: 3 }, updated: 1 },
    ],
    [
      '_.set replaces a nested object',
      { d: { x: 1, y: 2 } },
      (_) => ({ d: _.set({ y: 3 }) }),
      { d: { y: 3 }, updated: 1 },
    ],
    [
      'a dotted path creates what is missing',
      { a: 1 },
      () => ({ 'p.q.r': 1 }),
      { a: 1, p: { q: { r: 1 } }, updated: 1 },
    ],
    [
      'a path with a number sets an element, and fills a gap with null',
      { l: [1] },
      () => ({ 'l.0': 9, 'l.3': 4 }),
      { l: [9, null, null, 4], updated: 1 },
    ],
    ['an update that changes nothing counts as 0 updated', { a: 1 }, () => ({ a: 1 }), { a: 1, updated: 0 }],
    ['serverDate', { a: 1 }, () => ({ at: sdk.db.serverDate() }), { a: 1, at: new Date(serverTime), updated: 1 }],
    ['_.inc, also of a missing field', { n: 1 }, (_) => ({ n: _.inc(-3), m: _.inc(2) }), { n: -2, m: 2, updated: 1 }],
    [
      '_.mul, a missing field becomes 0',
      { n: 3 },
      (_) => ({ n: _.mul(2.5), m: _.mul(2) }),
      { n: 7.5, m: 0, updated: 1 },
    ],
    ['_.min and _.max', { a: 5, b: 5 }, (_) => ({ a: _.min(3), b: _.max(3) }), { a: 3, b: 5, updated: 1 }],
    [
      '_.remove',
      { a: 1, d: { x: 1, y: 2 } },
      (_) => ({ a: _.remove(), 'd.x': _.remove() }),
      { d: { y: 2 }, updated: 1 },
    ],
    [
      '_.push of one and of several',
      { l: [1], m: [] },
      (_) => ({ l: _.push(2), m: _.push([3, 4]) }),
      { l: [1, 2], m: [3, 4], updated: 1 },
    ],
    [
      '_.push creates the list',
      { a: 1 },
      (_) => ({ l: _.push([{ at: new Date(5) }]) }),
      { a: 1, l: [{ at: new Date(5) }], updated: 1 },
    ],
    [
      '_.push with each, position, sort and slice',
      { l: [5, 1] },
      (_) => ({ l: _.push({ each: [3, 9], sort: -1, slice: 3 }) }),
      { l: [9, 5, 3], updated: 1 },
    ],
    [
      '_.push at a position',
      { l: [1, 4] },
      (_) => ({ l: _.push({ each: [2, 3], position: 1 }) }),
      { l: [1, 2, 3, 4], updated: 1 },
    ],
    ['_.unshift', { l: [3] }, (_) => ({ l: _.unshift([1, 2]) }), { l: [1, 2, 3], updated: 1 }],
    [
      '_.pop and _.shift',
      { l: [1, 2, 3], m: [1, 2] },
      (_) => ({ l: _.pop(), m: _.shift() }),
      { l: [1, 2], m: [2], updated: 1 },
    ],
    [
      '_.addToSet',
      { l: [1, { a: 1 }] },
      (_) => ({ l: _.addToSet({ $each: [1, { a: 1 }, 2] }) }),
      { l: [1, { a: 1 }, 2], updated: 1 },
    ],
    ['_.pull by a condition', { l: [1, 5, 9] }, (_) => ({ l: _.pull(_.gt(4)) }), { l: [1], updated: 1 }],
    [
      '_.pull of documents by a field',
      { l: [{ k: 1, z: 1 }, { k: 2 }] },
      (_) => ({ l: _.pull({ k: 1 }) }),
      { l: [{ k: 2 }], updated: 1 },
    ],
    ['_.pullAll', { l: [1, 2, 1, 3] }, (_) => ({ l: _.pullAll([1, 3]) }), { l: [2], updated: 1 }],
    [
      '_.rename',
      { a: 1, d: { x: 2 } },
      (_) => ({ a: _.rename('b'), 'd.x': _.rename('d.y') }),
      { b: 1, d: { y: 2 }, updated: 1 },
    ],
  ])('%s', async (_name, before, data, expected) => {
    expect(await updated(before, data)).toEqual(expected)
  })

  it.each<[string, Fields, (_: Command) => Fields, string]>([
    ['_.inc of a string', { n: '1' }, (_) => ({ n: _.inc(1) }), 'Cannot apply $inc to a value of non-numeric type'],
    ['_.inc of null', { n: null }, (_) => ({ n: _.inc(1) }), 'non-numeric type null'],
    ['_.inc by a string', { n: 1 }, (_) => ({ n: _.inc('1') }), 'Cannot increment with non-numeric argument'],
    ['_.mul of a list', { n: [] }, (_) => ({ n: _.mul(2) }), 'Cannot apply $mul'],
    ['_.push to a number', { l: 1 }, (_) => ({ l: _.push(2) }), "The field 'l' must be an array but is of type int"],
    ['_.push to null', { l: null }, (_) => ({ l: _.push(2) }), 'must be an array but is of type null'],
    ['_.addToSet to a string', { l: 's' }, (_) => ({ l: _.addToSet(2) }), 'Cannot apply $addToSet to non-array field'],
    ['_.pop of an object', { l: {} }, (_) => ({ l: _.pop() }), "non-array type 'object'"],
    ['_.pull of a number', { l: 1 }, (_) => ({ l: _.pull(1) }), 'Cannot apply $pull to a non-array value'],
    ['a path through null', { d: null }, () => ({ 'd.x': 1 }), "Cannot create field 'x' in element {d: null}"],
    ['a path through a number', { d: 1 }, (_) => ({ 'd.x': _.inc(1) }), "Cannot create field 'x' in element {d: 1}"],
    ['a name within a list', { l: [1] }, () => ({ 'l.x': 1 }), "Cannot create field 'x' in element {l: [1]}"],
    ['two changes of one path', { d: {} }, (_) => ({ 'd.x': 1, d: _.set({ y: 1 }) }), 'would create a conflict'],
    ['an empty step in a path', { a: 1 }, () => ({ 'a..b': 1 }), 'empty field name'],
    ['a field that begins with $', { a: 1 }, (_) => ({ a: _.set({ $x: 1 }) }), "dollar ($) prefixed field '$x'"],
  ])('%s fails and changes nothing', async (_name, before, data, message) => {
    await docs.doc('x').set({ data: { keep: 1, ...before } })
    const failure = await failureOf(docs.doc('x').update({ data: data(sdk.db.command) }))
    expect(failure.errCode).toBe(-502001)
    expect(failure.errMsg).toContain(message)
    expect((await docs.doc('x').get()).data).toEqual({ _id: 'x', keep: 1, ...before })
  })

  it('an update that fails in its second part changes nothing at all', async () => {
    await docs.doc('x').set({ data: { a: 1, b: 'text' } })
    const { command: _ } = sdk.db
    await failureOf(docs.doc('x').update({ data: { a: _.inc(1), b: _.inc(1) } }))
    expect((await docs.doc('x').get()).data).toEqual({ _id: 'x', a: 1, b: 'text' })
  })

  it('of a missing document updates nothing and creates nothing', async () => {
    expect((await docs.doc('none').update({ data: { a: 1 } })).stats.updated).toBe(0)
    expect((await docs.count()).total).toBe(0)
  })
})

describe('where().update', () => {
  beforeEach(() =>
    docs.add({
      data: [
        { _id: 'a', k: 1 },
        { _id: 'b', k: 1 },
        { _id: 'c', k: 2 },
      ],
    }),
  )

  it('updates all that match', async () => {
    const { command: _ } = sdk.db
    expect((await docs.where({ k: 1 }).update({ data: { k: _.inc(9) } })).stats.updated).toBe(2)
    expect((await docs.get()).data.map(({ k }) => k)).toEqual([10, 10, 2])
  })

  it('with multi: false updates the first only', async () => {
    expect((await docs.where({ k: 1 }).update({ data: { k: 5 }, multi: false })).stats.updated).toBe(1)
    expect((await docs.get()).data.map(({ k }) => k)).toEqual([5, 1, 2])
  })

  it('the positional $ changes the element the condition found', async () => {
    await docs.add({
      data: {
        _id: 'p',
        items: [
          { sku: 'x', n: 1 },
          { sku: 'y', n: 1 },
        ],
      },
    })
    await docs.where({ 'items.sku': 'y' }).update({ data: { 'items.$.n': 7 } })
    expect((await docs.doc('p').get()).data.items).toEqual([
      { sku: 'x', n: 1 },
      { sku: 'y', n: 7 },
    ])
  })

  it('of 50 concurrent updates under the same version exactly one wins', async () => {
    await docs.add({ data: { _id: 'v', version: 0, winner: null } })
    const { command: _ } = sdk.db
    const attempts = Array.from({ length: 50 }, (_unused, at) =>
      docs.where({ _id: 'v', version: 0 }).update({ data: { version: _.inc(1), winner: at } }),
    )
    const outcomes = (await Promise.all(attempts)).map(({ stats }) => stats.updated)
    expect(outcomes.filter((updated) => updated === 1)).toHaveLength(1)
    expect(outcomes.filter((updated) => updated === 0)).toHaveLength(49)
    expect((await docs.doc('v').get()).data).toEqual({ _id: 'v', version: 1, winner: outcomes.indexOf(1) })
  })

  it('of 200 concurrent _.inc and _.push none is lost', async () => {
    await docs.add({ data: { _id: 'c1', n: 0, l: [] } })
    const { command: _ } = sdk.db
    await Promise.all(
      Array.from({ length: 200 }, (_unused, at) => docs.doc('c1').update({ data: { n: _.inc(1), l: _.push([at]) } })),
    )
    const { data } = await docs.doc('c1').get()
    expect(data.n).toBe(200)
    expect(new Set(Array.isArray(data.l) ? data.l : []).size).toBe(200)
  })
})
