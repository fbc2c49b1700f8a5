import type { Fields } from '../sdk'
import { type Bench, type OperatorCase, refused } from './operator-case'

/** Which documents a condition finds, by `_id`. */
function finding(
  operator: string,
  says: string,
  documents: Fields[],
  where: (bench: Bench) => unknown,
  gives: unknown,
): OperatorCase {
  return {
    operator,
    says,
    gives,
    run: async (bench) => {
      const collection = await bench.collectionOf(documents)
      const { data } = await collection.where(where(bench)).get()
      return data.map(({ _id }) => _id)
    },
  }
}

const numbers: Fields[] = [
  { _id: 1, n: 1 },
  { _id: 2, n: 2 },
  { _id: 'text', n: '2' },
  { _id: 'list', n: [2, 9] },
  { _id: 'null', n: null },
  { _id: 'none' },
  { _id: 'nan', n: Number.NaN },
]
const texts: Fields[] = [
  { _id: 1, t: 'Alpha' },
  { _id: 2, t: 'beta\nalpha' },
  { _id: 3, t: ['x', 'ALPHA'] },
  { _id: 4, t: 5 },
]
const nested: Fields[] = [
  { _id: 1, a: { b: 1, c: 2 } },
  { _id: 2, a: { c: 2, b: 1 } },
  { _id: 3, a: [{ b: 1 }, { b: 5 }] },
  { _id: 4, a: 7 },
  { _id: 5, a: null },
  { _id: 6, a: [{}] },
  { _id: 7, a: [] },
  { _id: 8 },
]
const lists: Fields[] = [
  { _id: 1, l: [1, 2, 3] },
  { _id: 2, l: [3, 10] },
  { _id: 3, l: [] },
  { _id: 4, l: 3 },
  {
    _id: 5,
    l: [
      { k: 'a', v: 1 },
      { k: 'b', v: 9 },
    ],
  },
]
const dates: Fields[] = [
  { _id: 1, at: new Date('2026-11-22T16:00:00Z') },
  { _id: 2, at: new Date('2026-11-23T16:00:00Z') },
  { _id: 3, at: Date.parse('2026-11-23T16:00:00Z') },
]

export const queryCases: OperatorCase[] = [
  finding('eq', 'a number, also within a list', numbers, ({ _ }) => ({ n: _.eq?.(2) }), [2, 'list']),
  finding('eq', 'null is null or missing', numbers, ({ _ }) => ({ n: _.eq?.(null) }), ['null', 'none']),
  finding('eq', 'NaN equals NaN', numbers, ({ _ }) => ({ n: _.eq?.(Number.NaN) }), ['nan']),
  finding('eq', 'a list as a whole', numbers, ({ _ }) => ({ n: _.eq?.([2, 9]) }), ['list']),
  finding('eq', 'a document: the order of its fields counts', nested, ({ _ }) => ({ a: _.eq?.({ b: 1, c: 2 }) }), [1]),
  finding('eq', 'null on a dotted path, through lists too', nested, ({ _ }) => ({ 'a.b': _.eq?.(null) }), [4, 5, 6, 8]),
  finding('eq', 'a dotted path reaches into lists', nested, ({ _ }) => ({ 'a.b': _.eq?.(5) }), [3]),
  finding('eq', 'a place of a list', nested, ({ _ }) => ({ 'a.1.b': _.eq?.(5) }), [3]),
  finding('eq', 'a date is not its number', dates, ({ _ }) => ({ at: _.eq?.(new Date('2026-11-23T16:00:00Z')) }), [2]),
  finding('neq', 'all others, missing ones too', numbers, ({ _ }) => ({ n: _.neq?.(2) }), [
    1,
    'text',
    'null',
    'none',
    'nan',
  ]),
  finding('neq', 'not null', numbers, ({ _ }) => ({ n: _.neq?.(null) }), [1, 2, 'text', 'list', 'nan']),
  finding('gt', 'only the same type; NaN is never greater', numbers, ({ _ }) => ({ n: _.gt?.(1) }), [2, 'list']),
  finding('gt', 'dates', dates, ({ _ }) => ({ at: _.gt?.(new Date('2026-11-23T00:00:00Z')) }), [2]),
  finding('gt', 'strings', numbers, ({ _ }) => ({ n: _.gt?.('1') }), ['text']),
  finding(
    'gt',
    'a regular expression has no order',
    numbers,
    ({ _, db }) => ({ n: _.gt?.(db.RegExp({ regexp: 'a' })) }),
    refused(/Can't have RegEx as arg to predicate over field 'n'/),
  ),
  finding('gte', 'and equal', numbers, ({ _ }) => ({ n: _.gte?.(2) }), [2, 'list']),
  finding('gte', 'null or missing', numbers, ({ _ }) => ({ n: _.gte?.(null) }), ['null', 'none']),
  finding('lt', 'NaN is not less either', numbers, ({ _ }) => ({ n: _.lt?.(2) }), [1]),
  finding('lt', 'null is less than nothing', numbers, ({ _ }) => ({ n: _.lt?.(null) }), []),
  finding('lte', 'and equal', numbers, ({ _ }) => ({ n: _.lte?.(2) }), [1, 2, 'list']),
  finding('in', 'any of several, null for missing', numbers, ({ _ }) => ({ n: _.in?.([1, null]) }), [
    1,
    'null',
    'none',
  ]),
  finding('in', 'nothing of nothing', numbers, ({ _ }) => ({ n: _.in?.([]) }), []),
  finding('in', 'regular expressions among them', texts, ({ _ }) => ({ t: _.in?.([/^alp/i, 5]) }), [1, 3, 4]),
  finding('nin', 'none of several', numbers, ({ _ }) => ({ n: _.nin?.([1, 2, null]) }), ['text', 'nan']),
  finding('nin', 'null on a dotted path', nested, ({ _ }) => ({ 'a.b': _.nin?.([null]) }), [1, 2, 3, 7]),
  finding('exists', 'null is there, missing is not', numbers, ({ _ }) => ({ n: _.exists?.(false) }), ['none']),
  finding('exists', 'on a dotted path', nested, ({ _ }) => ({ 'a.b': _.exists?.(true) }), [1, 2, 3]),
  finding('mod', 'whole numbers, also within a list', numbers, ({ _ }) => ({ n: _.mod?.(2, 0) }), [2, 'list']),
  finding('mod', 'not by zero', numbers, ({ _ }) => ({ n: _.mod?.(0, 0) }), refused(/divisor cannot be 0/)),
  finding('all', 'every one of them', lists, ({ _ }) => ({ l: _.all?.([3, 1]) }), [1]),
  finding('all', 'one, which may stand alone', lists, ({ _ }) => ({ l: _.all?.([3]) }), [1, 2, 4]),
  finding('all', 'all of nothing is nothing', lists, ({ _ }) => ({ l: _.all?.([]) }), []),
  finding(
    'elemMatch',
    'one element that meets all',
    lists,
    ({ _ }) => ({ l: _.elemMatch?.({ k: 'b', v: _.gt?.(5) }) }),
    [5],
  ),
  finding(
    'elemMatch',
    'not met by two elements together',
    lists,
    ({ _ }) => ({ l: _.elemMatch?.({ k: 'a', v: _.gt?.(5) }) }),
    [],
  ),
  finding(
    'elemMatch',
    'plain values; one that is no list never matches',
    lists,
    ({ _ }) => ({ l: _.elemMatch?.({ $gt: 2, $lt: 5 }) }),
    [1, 2],
  ),
  finding('size', 'of lists only', lists, ({ _ }) => ({ l: _.size?.(2) }), [2, 5]),
  finding('size', 'none', lists, ({ _ }) => ({ l: _.size?.(0) }), [3]),
  finding(
    'size',
    'not half an element',
    lists,
    ({ _ }) => ({ l: _.size?.(1.5) }),
    refused(/\$size must be a whole number/),
  ),
  finding('size', 'not less than none', lists, ({ _ }) => ({ l: _.size?.(-1) }), refused(/\$size may not be negative/)),
  finding('and', 'both', numbers, ({ _ }) => _.and?.({ n: 2 }, { _id: _.neq?.(2) }), ['list']),
  finding('and', 'of one field', numbers, ({ _ }) => ({ n: _.and?.(_.gt?.(0), _.lt?.(2)) }), [1]),
  finding('or', 'either', numbers, ({ _ }) => _.or?.({ n: 1 }, { _id: 'none' }), [1, 'none']),
  finding('or', 'of one field', numbers, ({ _ }) => ({ n: _.or?.(_.eq?.(1), _.eq?.('2')) }), [1, 'text']),
  finding('nor', 'neither', numbers, ({ _ }) => _.nor?.({ n: _.gt?.(0) }, { n: null }), ['text', 'nan']),
  finding('not', 'what does not match, missing ones too', numbers, ({ _ }) => ({ n: _.not?.(_.gt?.(1)) }), [
    1,
    'text',
    'null',
    'none',
    'nan',
  ]),
  finding('not', 'a regular expression', texts, () => ({ t: { $not: /alpha/i } }), [4]),
  finding('expr', 'an aggregation expression', lists, ({ $, _ }) => _.expr?.($.isArray?.(['$l'])), [1, 2, 3, 5]),
  finding(
    'expr',
    'unknown names are refused',
    lists,
    ({ _ }) => _.expr?.({ $doubled: ['$l'] }),
    refused(/Unrecognized expression '\$doubled'/),
  ),
  finding(
    'jsonSchema',
    'refused by name',
    numbers,
    ({ _ }) => _.jsonSchema?.({ required: ['n'] }),
    refused(/does not imitate \$jsonSchema/),
  ),
  finding(
    'text',
    'refused by name',
    texts,
    ({ _ }) => _.text?.({ search: 'alpha' }),
    refused(/does not imitate \$text/),
  ),
  finding(
    'regexp',
    'strings, also within lists; options',
    texts,
    ({ db }) => ({ t: db.RegExp({ regexp: '^alpha', options: 'i' }) }),
    [1, 3],
  ),
  finding(
    'regexp',
    'line by line with m',
    texts,
    ({ db }) => ({ t: db.RegExp({ regexp: '^alpha$', options: 'm' }) }),
    [2],
  ),
  finding(
    'regexp',
    'the dot takes a new line with s',
    texts,
    ({ db }) => ({ t: db.RegExp({ regexp: 'beta.alpha', options: 's' }) }),
    [2],
  ),
  finding('regexp', 'raw, with $options', texts, () => ({ t: { $regex: '^ALP', $options: 'i' } }), [1, 3]),
  finding(
    'regexp',
    'an unsound pattern',
    texts,
    () => ({ t: { $regex: '(' } }),
    refused(/Regular expression is invalid/),
  ),
  finding(
    'raw',
    'an unknown operator is refused by name',
    numbers,
    () => ({ n: { $near2: 1 } }),
    refused(/unknown operator: \$near2/),
  ),
  finding('raw', '$type', numbers, () => ({ n: { $type: 'string' } }), ['text']),
  finding('raw', 'a script is refused', numbers, () => ({ $where: 'this.n > 1' }), refused(/does not imitate \$where/)),
]
