import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { declared, failureOf, type OpenedSdk, openSdk, type SdkCollection } from './sdk'

const serverTime = Date.UTC(2026, 10, 11, 4)
let sdk: OpenedSdk
let todos: SdkCollection

beforeAll(async () => {
  sdk = await openSdk([declared('todos'), declared('users')], { now: () => serverTime })
})
afterAll(() => sdk.close())
beforeEach(async () => {
  todos = sdk.db.collection('todos')
  await todos.where({}).remove()
})

const read = async (id: string | number) => (await todos.doc(id).get()).data

describe('集合 add', () => {
  it('gives a document without _id one of 32 hexadecimal digits', async () => {
    const { _id } = await todos.add({ data: { title: '续保' } })
    expect(_id).toMatch(/^[0-9a-f]{32}$/)
    expect(await read(_id)).toEqual({ _id, title: '续保' })
  })

  it('keeps a given _id, also a number, apart from the string of the same digits', async () => {
    await todos.add({ data: { _id: '7', kind: 'string' } })
    await todos.add({ data: { _id: 7, kind: 'number' } })
    expect([await read('7'), await read(7)]).toEqual([
      { _id: '7', kind: 'string' },
      { _id: 7, kind: 'number' },
    ])
  })

  it('adds several documents of a list and answers with their ids in order', async () => {
    expect((await todos.add({ data: [{ _id: 'b' }, { _id: 'a' }] }))._ids).toEqual(['b', 'a'])
  })

  it('refuses an _id that exists with -502001 and E11000', async () => {
    await todos.add({ data: { _id: 'a' } })
    const failure = await failureOf(todos.add({ data: { _id: 'a', other: true } }))
    expect(failure.errCode).toBe(-502001)
    expect(failure.errMsg).toContain('E11000 duplicate key error')
    expect(failure.errMsg).toContain('index: _id_ dup key: { _id: "a" }')
    expect(await read('a')).toEqual({ _id: 'a' })
  })

  it('of a list stops at the first document that fails and keeps those before it', async () => {
    await failureOf(todos.add({ data: [{ _id: 'a' }, { _id: 'a' }, { _id: 'b' }] }))
    expect((await todos.get()).data).toEqual([{ _id: 'a' }])
  })

  it('refuses field names that begin with $', async () => {
    const failure = await failureOf(todos.add({ data: { _id: 'a', deep: { $price: 1 } } }))
    expect(failure.errMsg).toContain("The dollar ($) prefixed field '$price'")
    expect((await todos.count()).total).toBe(0)
  })

  it('keeps every type of value: numbers, dates, null, lists, nested objects, Chinese and emoji', async () => {
    const values = {
      whole: 42,
      beyond32bits: 1_763_000_000_123,
      fraction: -0.75,
      yes: true,
      nothing: null,
      at: new Date(1_700_000_000_123),
      before1970: new Date(-1),
      list: [1, 'two', [3], { four: 4 }, null],
      nested: { empty: {}, text: '“抽奖”\n\u0000🎁' },
    }
    await todos.add({ data: { _id: 'types', ...values } })
    expect(await read('types')).toEqual({ _id: 'types', ...values })
  })

  it('drops undefined fields and keeps undefined list elements as null', async () => {
    await todos.add({ data: { _id: 'u', gone: undefined, list: [1, undefined, 2] } })
    expect(await read('u')).toEqual({ _id: 'u', list: [1, null, 2] })
  })

  it('serverDate is the server’s clock, with its offset in milliseconds', async () => {
    const { db } = sdk
    await todos.add({ data: { _id: 's', now: db.serverDate(), soon: db.serverDate({ offset: 60_000 }) } })
    expect(await read('s')).toEqual({ _id: 's', now: new Date(serverTime), soon: new Date(serverTime + 60_000) })
  })
})

describe('记录 get', () => {
  it('of a missing document answers null when throwOnNotFound is false', async () => {
    expect(await read('missing')).toBeNull()
  })

  it('field() shows the chosen fields and _id', async () => {
    await todos.add({ data: { _id: 'a', title: 't', deep: { x: 1, y: 2 } } })
    expect((await todos.doc('a').field({ 'deep.x': true }).get()).data).toEqual({ _id: 'a', deep: { x: 1 } })
    expect((await todos.doc('a').field({ deep: false, _id: false }).get()).data).toEqual({ title: 't' })
  })
})

describe('查询 where().get', () => {
  beforeEach(async () => {
    await todos.add({
      data: Array.from({ length: 120 }, (_, at) => ({ _id: `d${at}`, rank: 120 - at, even: at % 2 === 0 })),
    })
  })

  it('answers at most 100 documents unless limit says otherwise', async () => {
    expect((await todos.get()).data).toHaveLength(100)
    expect((await todos.limit(1000).get()).data).toHaveLength(120)
    expect((await todos.limit(3).get()).data.map(({ _id }) => _id)).toEqual(['d0', 'd1', 'd2'])
  })

  it('answers at most 1000 documents, whatever limit says', async () => {
    await todos.add({ data: Array.from({ length: 1001 }, (_, at) => ({ _id: `m${at}` })) })
    expect((await todos.limit(5000).get()).data).toHaveLength(1000)
    const asked = { action: 'database.getDocument', collectionName: 'todos', queryType: 'WHERE', limit: 5000 }
    expect(await sdk.database.handle(asked)).toMatchObject({ data: { list: { length: 1000 } } })
  })

  it('orders, skips and limits in this order', async () => {
    const page = await todos.where({ even: true }).orderBy('rank', 'asc').skip(2).limit(2).field({ rank: true }).get()
    expect(page.data).toEqual([
      { _id: 'd114', rank: 6 },
      { _id: 'd112', rank: 8 },
    ])
  })

  it('orders by several fields, types in MongoDB’s order, missing fields first', async () => {
    await todos.where({}).remove()
    const data = [{ k: 'x' }, { k: 2 }, { k: null, at: 2 }, { at: 1 }, { k: true }, { k: [9, 1] }, { k: new Date(0) }]
    await todos.add({ data: data.map((fields, at) => ({ _id: at, ...fields })) })
    const { data: ordered } = await todos.orderBy('k', 'asc').orderBy('at', 'asc').get()
    expect(ordered.map(({ _id }) => _id)).toEqual([3, 2, 5, 1, 0, 4, 6])
  })

  it('count() counts what matches, without a limit', async () => {
    expect((await todos.count()).total).toBe(120)
    expect((await todos.where({ even: true }).count()).total).toBe(60)
  })
})

describe('查询条件', () => {
  const people = [
    { _id: 'li', age: 30, city: { name: '上海', code: 21 }, tags: ['a', 'b'], seen: new Date(1000) },
    { _id: 'wang', age: 41, city: { name: '北京', code: 10 }, tags: [], seen: new Date(2000) },
    { _id: 'zhao', age: null, scores: [{ by: 'x', points: 5 }, { by: 'y', points: 9 }, 9] },
  ]
  beforeEach(async () => {
    await todos.add({ data: people })
  })
  const ids = async (condition: unknown) => (await todos.where(condition).get()).data.map(({ _id }) => _id)

  it.each<[string, (_: OpenedSdk['db']['command']) => unknown, string[]]>([
    ['a plain value', () => ({ age: 30 }), ['li']],
    ['a nested object is matched field by field', () => ({ city: { code: 21 } }), ['li']],
    [
      '_.eq of an object matches the whole object, in its order',
      (_) => ({ city: _.eq({ name: '上海', code: 21 }) }),
      ['li'],
    ],
    ['_.eq of an object in another order does not match', (_) => ({ city: _.eq({ code: 21, name: '上海' }) }), []],
    ['null matches null and missing fields', () => ({ city: null }), ['zhao']],
    ['_.neq matches missing fields too', (_) => ({ 'city.code': _.neq(21) }), ['wang', 'zhao']],
    ['_.gt compares numbers only with numbers', (_) => ({ age: _.gt(30) }), ['wang']],
    ['_.gte and _.lte together', (_) => ({ age: _.gte(30).and(_.lte(41)) }), ['li', 'wang']],
    ['_.gte(null) matches null and missing', (_) => ({ age: _.gte(null) }), ['zhao']],
    ['dates compare with dates', (_) => ({ seen: _.lt(new Date(2000)) }), ['li']],
    ['_.in', (_) => ({ _id: _.in(['zhao', 'li', 'nobody']) }), ['li', 'zhao']],
    ['_.nin', (_) => ({ age: _.nin([30, null]) }), ['wang']],
    ['_.or over fields', (_) => _.or([{ age: 30 }, { 'city.code': 10 }]), ['li', 'wang']],
    ['_.or over one field', (_) => ({ age: _.eq(30).or(_.eq(41)) }), ['li', 'wang']],
    ['_.and over fields', (_) => _.and([{ age: 30 }, { 'city.code': 10 }]), []],
    ['_.not', (_) => ({ age: _.not(_.eq(30)) }), ['wang', 'zhao']],
    ['_.exists', (_) => ({ scores: _.exists(true) }), ['zhao']],
    ['_.size', (_) => ({ tags: _.size(2) }), ['li']],
    ['_.all', (_) => ({ tags: _.all(['b', 'a']) }), ['li']],
    ['a value matches an element of a list', () => ({ tags: 'b' }), ['li']],
    ['a path reaches into the documents of a list', () => ({ 'scores.points': 9 }), ['zhao']],
    [
      '_.elemMatch on fields needs one element that fits all',
      (_) => ({ scores: _.elemMatch({ by: 'x', points: 9 }) }),
      [],
    ],
    [
      '_.elemMatch never matches a scalar element by a field',
      (_) => ({ scores: _.elemMatch({ points: 9, by: _.exists(false) }) }),
      [],
    ],
    ['_.elemMatch on values', (_) => ({ tags: _.elemMatch(_.eq('a')) }), ['li']],
    ['_.mod', (_) => ({ age: _.mod(10, 1) }), ['wang']],
    ['a regular expression, also with its i', () => ({ _id: /^LI$/i }), ['li']],
    ['db.RegExp', () => ({ 'city.name': sdk.db.RegExp({ regexp: '海$' }) }), ['li']],
    ['a g flag does not make every other match fail', () => ({ _id: /a/g }), ['wang', 'zhao']],
  ])('%s', async (_name, condition, expected) => {
    expect(await ids(condition(sdk.db.command))).toEqual(expected)
  })

  it('an unknown operator fails with -502001', async () => {
    const reply = await sdk.database.handle({
      action: 'database.getDocument',
      collectionName: 'todos',
      queryType: 'WHERE',
      query: '{"age":{"$near":1}}',
    })
    expect(reply).toMatchObject({ code: 'DATABASE_REQUEST_FAILED' })
  })
})

describe('记录 set', () => {
  it('creates a missing document and says so', async () => {
    const { stats } = await todos.doc('new').set({ data: { a: 1 } })
    expect(stats).toEqual({ updated: 0, created: 1 })
    expect(await read('new')).toEqual({ _id: 'new', a: 1 })
  })

  it('replaces all fields of an existing document', async () => {
    await todos.add({ data: { _id: 'x', a: 1, b: 2 } })
    expect((await todos.doc('x').set({ data: { c: 3 } })).stats).toEqual({ updated: 1, created: 0 })
    expect(await read('x')).toEqual({ _id: 'x', c: 3 })
  })
})

describe('remove', () => {
  beforeEach(async () => {
    await todos.add({
      data: [
        { _id: 'a', k: 1 },
        { _id: 'b', k: 1 },
        { _id: 'c', k: 2 },
      ],
    })
  })

  it('doc().remove removes one and answers how many', async () => {
    expect((await todos.doc('a').remove()).stats.removed).toBe(1)
    expect((await todos.doc('a').remove()).stats.removed).toBe(0)
  })

  it('where().remove removes all that match', async () => {
    expect((await todos.where({ k: 1 }).remove()).stats.removed).toBe(2)
    expect((await todos.get()).data).toEqual([{ _id: 'c', k: 2 }])
  })
})

describe('集合', () => {
  it('an unknown collection fails with -502005', async () => {
    const failure = await failureOf(sdk.db.collection('nowhere').get())
    expect(failure.errCode).toBe(-502005)
    expect(failure.errMsg).toContain('Db or Table not exist: nowhere')
  })

  it('createCollection makes one, and fails when it exists', async () => {
    await sdk.db.createCollection('fresh')
    await sdk.db.collection('fresh').add({ data: { _id: 1 } })
    expect(sdk.database.collections()).toContainEqual({ name: 'fresh', count: 1 })
    expect((await failureOf(sdk.db.createCollection('fresh'))).errMsg).toContain('exist')
  })
})
