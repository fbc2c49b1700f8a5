import { EJSON } from 'bson'
import fc from 'fast-check'
import { Query } from 'mingo'
import { update as mingoUpdate } from 'mingo/updater'
import { describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#localcloud/database/database'
import { decode, encode } from '#localcloud/database/ejson'
import { compileFilter } from '#localcloud/database/filter'
import { compileUpdate } from '#localcloud/database/update'
import { copyOf, type Document, type Value } from '#localcloud/database/value'

const scalar: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom('', 'a', 'b', '1', 'n1|'),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom(new Date(0), new Date(1)),
)
const names = ['a', 'b', 'c']
const embedded: fc.Arbitrary<Document> = fc.dictionary(fc.constantFrom(...names), scalar, { maxKeys: 2 }).map(sorted)
/** Lists hold no lists and nothing twice: there mingo leaves MongoDB, and ours follows MongoDB. */
const field: fc.Arbitrary<Value> = fc.oneof(
  { weight: 4, arbitrary: scalar },
  { weight: 2, arbitrary: embedded },
  { weight: 2, arbitrary: fc.uniqueArray(fc.oneof(scalar, embedded), { maxLength: 3, selector: encode }) },
)
const document: fc.Arbitrary<Document> = fc.dictionary(fc.constantFrom(...names), field, { maxKeys: 3 }).map(sorted)

/** One order of fields: MongoDB heeds it in comparisons, mingo does not. */
function sorted(record: Record<string, Value>): Document {
  return Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)))
}

const path = fc.oneof(fc.constantFrom(...names), fc.constantFrom('a.b', 'b.a', 'a.0', 'c.1', 'b.c.a'))
const comparison = fc.oneof(
  fc.record({ operator: fc.constantFrom('$eq', '$ne'), operand: fc.oneof(scalar, embedded) }),
  fc.record({
    operator: fc.constantFrom('$gt', '$gte', '$lt', '$lte'),
    operand: fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constantFrom('a', '1'), fc.constant(new Date(0))),
  }),
  fc.record({ operator: fc.constant('$in'), operand: fc.array(scalar, { maxLength: 3 }) }),
)
const condition: fc.Arbitrary<Document> = fc
  .array(fc.tuple(path, fc.array(comparison, { minLength: 1, maxLength: 2 })), { minLength: 1, maxLength: 2 })
  .map((parts) =>
    Object.fromEntries(
      parts.map(([at, tests]) => [at, Object.fromEntries(tests.map(({ operator, operand }) => [operator, operand]))]),
    ),
  )

describe('laws of the database', () => {
  it('a comparison decided here is decided as mingo decides it', () => {
    fc.assert(
      fc.property(document, condition, (subject, where) => {
        fc.pre(!asksForNullWithinList(subject, where))
        expect(compileFilter(where).test(subject)).toBe(new Query(where).test(subject))
      }),
      { numRuns: 2000 },
    )
  })

  const setting = fc.tuple(fc.constant('$set'), path, field)
  const counting = fc.tuple(fc.constantFrom('$inc', '$mul'), path, fc.integer({ min: -3, max: 3 }))
  const comparing = fc.tuple(fc.constantFrom('$min', '$max'), path, fc.integer({ min: -3, max: 3 }))
  const removing = fc.tuple(fc.constant('$unset'), path, fc.constant(''))
  const pushing = fc.tuple(
    fc.constant('$push'),
    path,
    fc.array(scalar, { maxLength: 2 }).map(($each) => ({ $each })),
  )
  const popping = fc.tuple(fc.constant('$pop'), path, fc.constantFrom(1, -1))
  const collecting = fc.tuple(fc.constant('$addToSet'), path, scalar)
  const pulling = fc.tuple(fc.constant('$pull'), path, fc.constantFrom<Value>('a', 1, true, { $gt: 0 }))
  const operation: fc.Arbitrary<[string, string, Value]> = fc.oneof(
    setting,
    counting,
    comparing,
    removing,
    pushing,
    popping,
    collecting,
    pulling,
  )

  it('an update that both accept makes the same document as mingo, and never touches the old one', () => {
    let agreed = 0
    fc.assert(
      fc.property(document, operation, (before, [operator, at, operand]) => {
        const update = { [operator]: { [at]: operand } }
        const frozen = encode(before)
        const ours = attempt(() => compileUpdate(update, compileFilter({}), 0)(before))
        expect(encode(before)).toBe(frozen)
        // A refusal here is a wrong type, where MongoDB fails and mingo does nothing.
        if (ours === undefined || mingoIsWrong(before, at, operator)) return
        const theirs = copyOf(before)
        mingoUpdate<Document>(theirs, update, [], {}, { cloneMode: 'deep' })
        expect(normal(ours)).toEqual(normal(theirs))
        agreed += 1
      }),
      { numRuns: 4000 },
    )
    expect(agreed).toBeGreaterThan(1000)
  })

  it('an index never changes what is found, in which order, or what is updated', async () => {
    const key = fc.oneof(scalar, fc.array(scalar, { maxLength: 2 }), embedded)
    const stored = fc.array(fc.record({ a: fc.option(key, { nil: undefined }), b: scalar, d: embedded }), {
      maxLength: 12,
    })
    const asked = fc.oneof(
      scalar,
      embedded,
      fc.array(scalar, { maxLength: 3 }).map(($in) => ({ $in })),
      scalar.map(($eq) => ({ $eq })),
    )
    const where = fc.record({ a: asked, b: asked, 'd.a': asked }, { requiredKeys: ['a'] })
    await fc.assert(
      fc.asyncProperty(stored, where, scalar, async (documents, query, next) => {
        const indexes = [
          { name: 'ab', keys: ['a', 'b'] },
          { name: 'a', keys: ['a'] },
          { name: 'da', keys: ['d.a'] },
        ]
        const [withIndex, without] = await Promise.all([databaseWith(indexes, documents), databaseWith([], documents)])
        const steps = [
          { action: 'database.getDocument', queryType: 'WHERE', query: encode(stripped(query)) },
          {
            action: 'database.modifyDocument',
            queryType: 'WHERE',
            multi: true,
            merge: true,
            query: encode(stripped(query)),
            data: encode({ $set: { a: next } }),
          },
          { action: 'database.getDocument', queryType: 'WHERE', query: encode({ a: next }) },
          { action: 'database.removeDocument', queryType: 'WHERE', multi: true, query: encode({ a: next }) },
          { action: 'database.getDocument', queryType: 'WHERE', query: encode(stripped(query)) },
        ]
        for (const step of steps) {
          const request = { collectionName: 'c', ...step }
          const [one, other] = [await withIndex.handle(request), await without.handle(request)]
          expect({ ...one, requestId: '' }).toEqual({ ...other, requestId: '' })
          expect(one).not.toHaveProperty('code')
        }
      }),
      { numRuns: 300 },
    )
  })

  it('what the SDK’s EJSON writes is read back the same, and the other way round', () => {
    const number = fc.oneof(
      fc.double(),
      fc.integer(),
      fc.constantFrom(-0, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 2 ** 40),
    )
    const leaf = fc.oneof(number, fc.string(), fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: true }))
    const tree = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), tie('value'), { maxKeys: 3 }),
      ),
    })).value
    fc.assert(
      fc.property(tree, (value) => {
        const sent = EJSON.stringify({ value }, { relaxed: false })
        expect(decode(sent, 0)).toEqual({ value })
        expect(EJSON.parse(encode({ value }))).toEqual({ value })
      }),
      { numRuns: 1000 },
    )
  })
})

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** Where mingo leaves MongoDB: names within lists, places beyond a list's end, and order comparisons with lists. */
function mingoIsWrong(before: Document, at: string, operator: string): boolean {
  const [first = '', second] = at.split('.')
  const root = before[first]
  if ((operator === '$min' || operator === '$max') && new Query({ [at]: { $type: 'array' } }).test(before)) return true
  if (!Array.isArray(root) || second === undefined) return false
  return !/^\d+$/.test(second) || (Number(second) >= root.length && operator !== '$unset')
}

/** mingo does not find `{a: [{}]}` by `{'a.b': null}`, MongoDB does. */
const asksForNullWithinList = (subject: Document, where: Document): boolean =>
  Object.entries(where).some(([path, tests]) => {
    const [first = '', second] = path.split('.')
    return second !== undefined && Array.isArray(subject[first]) && encode(tests).includes('null')
  })

/** For comparing; mingo's integers have a -0, MongoDB's have not. */
const normal = (value: Document): unknown => JSON.parse(encode(value).replaceAll('{"$numberDouble":"-0.0"}', '0'))

/** The record without its absent fields. */
const stripped = (record: Record<string, Value | undefined>): Document => {
  const document: Document = {}
  for (const [name, value] of Object.entries(record)) if (value !== undefined) document[name] = value
  return document
}

async function databaseWith(
  indexes: { name: string; keys: string[] }[],
  documents: Record<string, Value | undefined>[],
): Promise<Database> {
  const database = await openDatabase({
    folder: ':memory:',
    now: () => 0,
    declaration: { collections: [{ name: 'c', access: 'none', indexes }] },
  })
  const data = documents.map((fields, at) => encode(stripped({ _id: at, ...fields })))
  if (data.length > 0) await database.handle({ action: 'database.insertDocument', collectionName: 'c', data })
  return database
}
