import type { Fields } from '../sdk'
import { type Bench, type OperatorCase, refused } from './operator-case'

/** What an update makes of one document. */
function updating(
  operator: string,
  says: string,
  before: Fields,
  data: (bench: Bench) => Record<string, unknown>,
  gives: unknown,
  where?: (bench: Bench) => Record<string, unknown>,
): OperatorCase {
  return {
    operator,
    says,
    gives,
    run: async (bench) => {
      const collection = await bench.collectionOf([{ _id: 'one', ...before }])
      if (where) await collection.where(where(bench)).update({ data: data(bench) })
      else await collection.doc('one').update({ data: data(bench) })
      const { _id, ...after } = (await collection.doc('one').get()).data
      return after
    },
  }
}

export const updateCases: OperatorCase[] = [
  updating('set', 'replaces a whole object', { a: { b: 1, c: 2 } }, ({ _ }) => ({ a: _.set?.({ d: 3 }) }), {
    a: { d: 3 },
  }),
  updating('set', 'without it the fields are merged', { a: { b: 1, c: 2 } }, () => ({ a: { b: 9 } }), {
    a: { b: 9, c: 2 },
  }),
  updating(
    'set',
    'not through null',
    { a: null },
    () => ({ a: { b: 1 } }),
    refused(/Cannot create field 'b' in element/),
  ),
  updating(
    'set',
    'not through a string',
    { a: 'x' },
    () => ({ 'a.b': 1 }),
    refused(/Cannot create field 'b' in element/),
  ),
  updating('set', 'a place beyond the end fills with null', { l: [1] }, () => ({ 'l.3': 4 }), {
    l: [1, null, null, 4],
  }),
  updating(
    'set',
    'the element that was found',
    { l: [1, 5, 9] },
    () => ({ 'l.$': 0 }),
    { l: [1, 0, 9] },
    ({ _ }) => ({ l: _.gt?.(3) }),
  ),
  updating(
    'set',
    'a field of the element that was found',
    { l: [{ k: 'a' }, { k: 'b' }] },
    () => ({ 'l.$.n': 1 }),
    { l: [{ k: 'a' }, { k: 'b', n: 1 }] },
    () => ({ 'l.k': 'b' }),
  ),
  updating(
    'set',
    'no element was looked for',
    { l: [1] },
    () => ({ 'l.$': 0 }),
    refused(/The positional operator did not find the match needed from the query/),
  ),
  updating('set', 'every element', { l: [{ n: 1 }, { n: 2 }] }, () => ({ 'l.$[].n': 0 }), { l: [{ n: 0 }, { n: 0 }] }),
  updating(
    'set',
    'array filters cannot be sent',
    { l: [1] },
    () => ({ 'l.$[x]': 0 }),
    refused(/No array filter found for identifier 'x'/),
  ),
  updating('set', 'never the _id', { a: 1 }, () => ({ '_id.x': 2 }), refused(/immutable field '_id'/)),
  updating('remove', 'takes a field away', { a: 1, b: 2 }, ({ _ }) => ({ a: _.remove?.() }), { b: 2 }),
  updating('remove', 'a missing field is no matter', { b: 2 }, ({ _ }) => ({ 'a.x': _.remove?.() }), { b: 2 }),
  updating('remove', 'leaves null in a list', { l: [1, 2] }, ({ _ }) => ({ 'l.0': _.remove?.() }), { l: [null, 2] }),
  updating('inc', 'adds', { n: 1 }, ({ _ }) => ({ n: _.inc?.(2.5) }), { n: 3.5 }),
  updating('inc', 'starts from 0', {}, ({ _ }) => ({ 'a.n': _.inc?.(2) }), { a: { n: 2 } }),
  updating(
    'inc',
    'not a string',
    { n: '1' },
    ({ _ }) => ({ n: _.inc?.(1) }),
    refused(/Cannot apply \$inc to a value of non-numeric type/),
  ),
  updating('inc', 'not null', { n: null }, ({ _ }) => ({ n: _.inc?.(1) }), refused(/non-numeric type null/)),
  updating('mul', 'multiplies', { n: 3 }, ({ _ }) => ({ n: _.mul?.(-2) }), { n: -6 }),
  updating('mul', 'a missing field becomes 0', {}, ({ _ }) => ({ n: _.mul?.(5) }), { n: 0 }),
  updating(
    'mul',
    'not a date',
    { n: new Date(0) },
    ({ _ }) => ({ n: _.mul?.(2) }),
    refused(/Cannot apply \$mul to a value of non-numeric type/),
  ),
  updating('min', 'the smaller', { n: 3 }, ({ _ }) => ({ n: _.min?.(2) }), { n: 2 }),
  updating('min', 'across types by their order', { n: 'text' }, ({ _ }) => ({ n: _.min?.(2) }), { n: 2 }),
  updating('max', 'the greater', { n: 3 }, ({ _ }) => ({ n: _.max?.(2) }), { n: 3 }),
  updating('max', 'of dates', { at: new Date(5) }, ({ _ }) => ({ at: _.max?.(new Date(9)) }), { at: new Date(9) }),
  updating('rename', 'moves a field', { a: 1, b: 2 }, ({ _ }) => ({ a: _.rename?.('c') }), { b: 2, c: 1 }),
  updating(
    'rename',
    'into another object, over what is there',
    { a: 1, b: { c: 9 } },
    ({ _ }) => ({ a: _.rename?.('b.c') }),
    { b: { c: 1 } },
  ),
  updating('rename', 'a missing field changes nothing', { b: 2 }, ({ _ }) => ({ a: _.rename?.('c.d') }), { b: 2 }),
  updating(
    'rename',
    'not to itself',
    { a: 1 },
    ({ _ }) => ({ a: _.rename?.('a') }),
    refused(/source and target field for \$rename must differ/),
  ),
  updating(
    'rename',
    'not within a list',
    { l: [{ a: 1 }] },
    ({ _ }) => ({ 'l.0.a': _.rename?.('b') }),
    refused(/source field cannot be an array element/),
  ),
  updating('bit', 'and', { n: 13 }, ({ _ }) => ({ n: _.bit?.({ and: 10 }) }), { n: 8 }),
  updating('bit', 'or, xor', { n: 3, m: 1 }, ({ _ }) => ({ n: _.bit?.({ or: 5 }), m: _.bit?.({ xor: 5 }) }), {
    n: 7,
    m: 4,
  }),
  updating(
    'bit',
    'not of a fraction',
    { n: 1.5 },
    ({ _ }) => ({ n: _.bit?.({ or: 1 }) }),
    refused(/Cannot apply \$bit to a value of non-integral type/),
  ),
  updating('push', 'one or several at the end', { l: [1] }, ({ _ }) => ({ l: _.push?.([2, 3]) }), { l: [1, 2, 3] }),
  updating(
    'push',
    'each, position, sort and slice',
    { l: [5, 1] },
    ({ _ }) => ({ l: _.push?.({ each: [3], position: 0, sort: 1, slice: 2 }) }),
    { l: [1, 3] },
  ),
  updating('push', 'makes the list', {}, ({ _ }) => ({ l: _.push?.([1]) }), { l: [1] }),
  updating(
    'push',
    'not onto a number',
    { l: 1 },
    ({ _ }) => ({ l: _.push?.([2]) }),
    refused(/must be an array but is of type int/),
  ),
  updating('unshift', 'at the front', { l: [3] }, ({ _ }) => ({ l: _.unshift?.([1, 2]) }), { l: [1, 2, 3] }),
  updating('pop', 'the last', { l: [1, 2, 3] }, ({ _ }) => ({ l: _.pop?.() }), { l: [1, 2] }),
  updating('pop', 'not from a string', { l: 'ab' }, ({ _ }) => ({ l: _.pop?.() }), refused(/non-array type 'string'/)),
  updating('shift', 'the first', { l: [1, 2, 3] }, ({ _ }) => ({ l: _.shift?.() }), { l: [2, 3] }),
  updating('shift', 'of nothing', { l: [] }, ({ _ }) => ({ l: _.shift?.() }), { l: [] }),
  updating('addToSet', 'only what is not there', { l: [1, { a: 1 }] }, ({ _ }) => ({ l: _.addToSet?.({ a: 1 }) }), {
    l: [1, { a: 1 }],
  }),
  updating('addToSet', 'each of several', { l: [1] }, ({ _ }) => ({ l: _.addToSet?.({ $each: [1, 2, 2] }) }), {
    l: [1, 2],
  }),
  updating(
    'addToSet',
    'not to a number',
    { l: 1 },
    ({ _ }) => ({ l: _.addToSet?.(2) }),
    refused(/Cannot apply \$addToSet to non-array field/),
  ),
  updating('pull', 'a value', { l: [1, 2, 1] }, ({ _ }) => ({ l: _.pull?.(1) }), { l: [2] }),
  updating('pull', 'by a condition', { l: [1, 5, 9] }, ({ _ }) => ({ l: _.pull?.(_.gte?.(5)) }), { l: [1] }),
  updating(
    'pull',
    'documents by some of their fields',
    { l: [{ k: 'a', n: 1 }, { k: 'b' }] },
    ({ _ }) => ({ l: _.pull?.({ k: 'a' }) }),
    { l: [{ k: 'b' }] },
  ),
  updating(
    'pull',
    'not from a number',
    { l: 1 },
    ({ _ }) => ({ l: _.pull?.(1) }),
    refused(/Cannot apply \$pull to a non-array value/),
  ),
  updating('pullAll', 'every one of several', { l: [1, 2, 3, 2] }, ({ _ }) => ({ l: _.pullAll?.([2, 3]) }), { l: [1] }),
]
