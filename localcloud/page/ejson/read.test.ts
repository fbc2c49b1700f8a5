import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeOf } from './node'
import { printEjson } from './print'
import { instantOf } from './read'
import { readDocument, readFilter, readJson } from './typed'

const filter = (text: string) => {
  const read = readFilter(text)
  return read.ok ? JSON.parse(read.value) : read.problem
}
const document = (text: string) => {
  const read = readDocument(text)
  return read.ok ? JSON.parse(read.value) : read.problem
}

test.each([
  ['', {}],
  ['  // nothing yet\n', { kind: 'empty', at: 17, text: '' }],
  ['{}', {}],
  ['{ status: "open" }', { status: 'open' }],
  ["{ 'a.b': 'it\\'s', }", { 'a.b': "it's" }],
  ['{ a.b: 1, $or: [{ n: { $gt: 3 } }, { n: null }] }', { 'a.b': 1, $or: [{ n: { $gt: 3 } }, { n: null }] }],
  ['{ 状态：“待处理”， 数量: -1.5e3 }', { 状态: '待处理', 数量: -1500 }],
  ['{ n: /^a\\/b[/]$/i }', { n: { $regularExpression: { pattern: '^a\\/b[/]$', options: 'i' } } }],
  ['{ n: { $in: [NaN, -Infinity] } }', { n: { $in: [{ $numberDouble: 'NaN' }, { $numberDouble: '-Infinity' }] } }],
  ['{ at: { $lt: ISODate("2026-09-08") } }', { at: { $lt: { $date: { $numberLong: '1788796800000' } } } }],
  ['{ at: new Date(5) }', { at: { $date: { $numberLong: '5' } } }],
  ['{ at: { $date: "2026-09-08T00:00:00Z" } } /* EJSON */', { at: { $date: '2026-09-08T00:00:00Z' } }],
  ['{ tags: { $elemMatch: { $gt: 1 } }, kids: { $elemMatch: { n: 1 } } }', expect.any(Object)],
  ['{ $expr: { $gt: ["$a", "$b"] } }', { $expr: { $gt: ['$a', '$b'] } }],
])('the filter %j is read', (text, expected) => {
  expect(filter(text)).toEqual(expected)
})

test.each([
  ['{ status: "open" ', 'unexpected-end', 17],
  ['{ status "open" }', 'unexpected', 9],
  ['{ status: open }', 'unknown-word', 10],
  ['{ status: "open }', 'open-string', 10],
  ['{ status: "o\\x41" }', 'bad-escape', 12],
  ['{ n: 12px }', 'bad-number', 5],
  ['{ n: 1 } }', 'after-end', 9],
  ['{ n: 1, n: 2 }', 'key-twice', 8],
  ['{ at: ISODate("2026-02-30") }', 'bad-date', 14],
  ['{ n: /(/ }', 'bad-regexp', 5],
  ['{ n: /a/g }', 'bad-regexp', 5],
  ['[1]', 'no-object', 0],
  ['{ n: { $greater: 1 } }', 'unknown-operator', 7],
  ['{ $all: [1] }', 'unknown-operator', 2],
  ['{ $or: [{ n: { $gt: 1, $tl: 2 } }] }', 'unknown-operator', 23],
  ['{ n: { $not: { $gtt: 1 } } }', 'unknown-operator', 15],
  ['{ n: { $in: 3 } }', 'wrong-operand', 7],
  ['{ $or: { n: 1 } }', 'wrong-operand', 2],
])('the filter %j has a problem where it stands', (text, kind, at) => {
  expect(filter(text)).toMatchObject({ kind, at })
})

test('nesting without end is a problem, not a crash', () => {
  expect(filter('{a:'.repeat(5000))).toMatchObject({ kind: 'too-deep' })
})

test('a problem stands in a line and a column', () => {
  const text = '{\n  a: 1,\n  b: ?\n}'
  const problem = filter(text)
  expect([problem.kind, placeOf(text, problem.at)]).toEqual(['unexpected', { line: 3, column: 6 }])
})

test.each([
  ['{ $set: { n: 1 } }', 'operator-in-document', 2],
  ['{ n: [{ $inc: 1 }] }', 'operator-in-document', 8],
  ['', 'empty', 0],
  ['"text"', 'no-object', 0],
])('the document %j has a problem', (text, kind, at) => {
  expect(document(text)).toMatchObject({ kind, at })
})

test('any value is read as JSON for events', () => {
  expect(readJson('[1, {a: "b"}]')).toEqual({ ok: true, value: [1, { a: 'b' }] })
})

test.each([
  ['2026-09-08', Date.UTC(2026, 8, 7, 16)],
  ['2026-09-08 10:00', Date.UTC(2026, 8, 8, 2)],
  ['2026-09-08T10:00:00.5Z', Date.UTC(2026, 8, 8, 10, 0, 0, 500)],
  ['2026-09-08T10:00:00-01:00', Date.UTC(2026, 8, 8, 11)],
  [7, 7],
  ['2026-13-01', Number.NaN],
  ['2026-02-29', Number.NaN],
  ['tomorrow', Number.NaN],
  [1.5, Number.NaN],
  [true, Number.NaN],
])('%j is the instant %d', (written, at) => {
  expect(instantOf(written)).toBe(at)
})

test('a document is printed so that it can be read at a glance', () => {
  const ejson = JSON.stringify({
    _id: 'a',
    at: { $date: { $numberLong: '1788832800000' } },
    person: { name: '林', age: 3 },
    tags: ['x', 'y'],
    match: { $regularExpression: { pattern: 'a/b', options: 'i' } },
    none: {},
  })
  expect(printEjson(ejson)).toBe(`{
  "_id": "a",
  "at": ISODate("2026-09-08T10:00:00.000+08:00"),
  "person": { "name": "林", "age": 3 },
  "tags": ["x", "y"],
  "match": /a\\/b/i,
  "none": {}
}`)
})

const anyEjson = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string({ unit: 'grapheme' }),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.boolean(),
    fc.constant(null),
    fc.constant({ $numberDouble: 'NaN' }),
    fc
      .integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 })
      .map((at) => ({ $date: { $numberLong: String(at) } })),
    fc.array(tie('value'), { maxLength: 5 }),
    tie('object'),
  ),
  object: fc
    .dictionary(
      fc.string({ unit: 'grapheme' }).filter((key) => !key.startsWith('$') && key !== '__proto__'),
      tie('value'),
      { maxKeys: 6 },
    )
    .map((object) => ({ ...object })),
})).object

test('what is printed is read back as the same document', () => {
  fc.assert(
    fc.property(anyEjson, (value) => {
      const read = readDocument(printEjson(JSON.stringify(value)))
      expect(read).toEqual({ ok: true, value: JSON.stringify(value) })
    }),
  )
})
