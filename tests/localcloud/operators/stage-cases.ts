// biome-ignore-all lint/suspicious/noThenProperty: the field name is that of $cond
import type { Fields } from '../sdk'
import { type Bench, type OperatorCase, refused } from './operator-case'

type Aggregate = Record<string, (operand: unknown) => Aggregate> & { end(): Promise<{ list: Fields[] }> }

const sales: Fields[] = [
  { _id: 1, shop: 'north', amount: 5, tags: ['a', 'b'], detail: { by: 'Lin', notes: [{ t: 'x' }] }, parent: null },
  { _id: 2, shop: 'south', amount: 10, tags: [], parent: 1 },
  { _id: 3, shop: 'north', amount: 20, tags: ['b'], parent: 2 },
  { _id: 4, shop: null, amount: 30, tags: 'b' },
]

/** What a pipeline makes of the sales. */
function piping(
  operator: string,
  says: string,
  pipe: (aggregate: Aggregate, bench: Bench) => Aggregate | undefined,
  gives: unknown,
  documents: Fields[] = sales,
): OperatorCase {
  return {
    operator,
    says,
    gives,
    run: async (bench) => {
      const collection = await bench.collectionOf(documents)
      const aggregate = collection.aggregate() as unknown as Aggregate
      const { list } = (await pipe(aggregate, bench)?.end()) ?? { list: [] }
      return list
    },
  }
}

const ids = (aggregate: Aggregate | undefined) => aggregate?.project?.({ _id: 1 })
const found = (...list: unknown[]) => list.map((_id) => ({ _id }))

export const stageCases: OperatorCase[] = [
  piping('match', 'as a query', (all, { _ }) => ids(all.match?.({ amount: _.gte?.(20) })), found(3, 4)),
  piping(
    'match',
    'after another stage too',
    (all) => ids(all.addFields?.({ twice: { $multiply: ['$amount', 2] } }).match?.({ twice: 40 })),
    found(3),
  ),
  piping('project', 'keeps what is named, and _id', (all) => all.limit?.(1).project?.({ shop: 1 }), [
    { _id: 1, shop: 'north' },
  ]),
  piping('project', 'leaves out what is 0', (all) => all.limit?.(1).project?.({ tags: 0, detail: 0, parent: false }), [
    { _id: 1, shop: 'north', amount: 5 },
  ]),
  piping(
    'project',
    'nested fields, through lists',
    (all) => all.limit?.(1).project?.({ _id: 0, 'detail.notes.t': 1 }),
    [{ detail: { notes: [{ t: 'x' }] } }],
  ),
  piping(
    'project',
    'computes, renames, $$REMOVE',
    (all, { $ }) => all.limit?.(1).project?.({ _id: 0, by: '$detail.by', n: $.size?.('$tags'), no: '$$REMOVE' }),
    [{ by: 'Lin', n: 2 }],
  ),
  piping(
    'project',
    'does not mix',
    (all) => all.project?.({ shop: 1, tags: 0 }),
    refused(/Cannot do exclusion on field tags in inclusion projection/),
  ),
  piping('project', 'not nothing', (all) => all.project?.({}), refused(/must have at least one field/)),
  piping(
    'project',
    'no colliding paths',
    (all) => all.project?.({ detail: 1, 'detail.by': 1 }),
    refused(/Path collision at detail\.by/),
  ),
  piping(
    'project',
    'an unknown expression is refused by name',
    (all) => all.project?.({ a: { $double: '$amount' } }),
    refused(/Unrecognized expression '\$double'/),
  ),
  piping(
    'addFields',
    'beside what is there, over what is there',
    (all) => all.match?.({ _id: 2 }).addFields?.({ amount: 1, 'extra.x': '$shop' }).project?.({ tags: 0, parent: 0 }),
    [{ _id: 2, shop: 'south', amount: 1, extra: { x: 'south' } }],
  ),
  piping(
    'group',
    'each accumulator',
    (all, { $ }) =>
      all.group?.({
        _id: '$shop',
        n: $.sum?.(1),
        sum: $.sum?.('$amount'),
        avg: $.avg?.('$amount'),
        first: $.first?.('$_id'),
        last: $.last?.('$_id'),
        max: $.max?.('$amount'),
        min: $.min?.('$amount'),
        all: $.push?.('$_id'),
        set: $.addToSet?.('$shop'),
        pop: $.stdDevPop?.('$amount'),
        samp: $.stdDevSamp?.('$parent'),
      }),
    [
      {
        _id: 'north',
        n: 2,
        sum: 25,
        avg: 12.5,
        first: 1,
        last: 3,
        max: 20,
        min: 5,
        all: [1, 3],
        set: ['north'],
        pop: 7.5,
        samp: null,
      },
      {
        _id: 'south',
        n: 1,
        sum: 10,
        avg: 10,
        first: 2,
        last: 2,
        max: 10,
        min: 10,
        all: [2],
        set: ['south'],
        pop: 0,
        samp: null,
      },
      {
        _id: null,
        n: 1,
        sum: 30,
        avg: 30,
        first: 4,
        last: 4,
        max: 30,
        min: 30,
        all: [4],
        set: [null],
        pop: 0,
        samp: null,
      },
    ],
  ),
  piping(
    'group',
    'push leaves out missing fields, first gives null for them',
    (all, { $ }) =>
      all.group?.({
        _id: null,
        by: $.push?.('$detail.by'),
        last: $.last?.('$parent'),
        merged: $.mergeObjects?.('$detail'),
      }),
    [{ _id: null, by: ['Lin'], last: null, merged: { by: 'Lin', notes: [{ t: 'x' }] } }],
  ),
  piping(
    'group',
    'by a document',
    (all, { $ }) => all.limit?.(2).group?.({ _id: { s: '$shop', p: '$nowhere' }, n: $.sum?.(1) }),
    [
      { _id: { s: 'north' }, n: 1 },
      { _id: { s: 'south' }, n: 1 },
    ],
  ),
  piping(
    'group',
    'needs an _id',
    (all) => all.group?.({ n: { $sum: 1 } }),
    refused(/a group specification must include an _id/),
  ),
  piping(
    'group',
    'an unknown accumulator is refused by name',
    (all) => all.group?.({ _id: 1, n: { $median: '$amount' } }),
    refused(/unknown group operator '\$median'/),
  ),
  piping('sort', 'down, then up', (all) => ids(all.sort?.({ shop: -1, amount: 1 })), found(2, 1, 3, 4)),
  piping(
    'sort',
    'a list by its greatest downwards; an empty one stands before null',
    (all) => ids(all.sort?.({ tags: 1, _id: 1 })),
    found(2, 1, 3, 4),
  ),
  piping('sort', 'not by nothing', (all) => all.sort?.({}), refused(/at least one sort key/)),
  piping('skip', 'so many', (all) => ids(all.skip?.(3)), found(4)),
  piping('skip', 'not fewer than none', (all) => all.skip?.(-1), refused(/invalid argument to \$skip stage/)),
  piping('limit', 'so many', (all) => ids(all.limit?.(2)), found(1, 2)),
  piping('limit', 'not none', (all) => all.limit?.(0), refused(/the limit must be positive/)),
  piping('count', 'how many', (all, { _ }) => all.match?.({ amount: _.gt?.(5) }).count?.('n'), [{ n: 3 }]),
  piping('count', 'of nothing there is no document', (all) => all.match?.({ amount: 1 }).count?.('n'), []),
  piping('count', 'under a name', (all) => all.count?.(''), refused(/the count field must be a non-empty string/)),
  piping('sortByCount', 'the greatest group first', (all) => all.limit?.(3).sortByCount?.('$shop'), [
    { _id: 'north', count: 2 },
    { _id: 'south', count: 1 },
  ]),
  piping(
    'bucket',
    'the lower boundary is in, the upper is not',
    (all) => all.bucket?.({ groupBy: '$amount', boundaries: [0, 10, 30], default: 'more' }),
    [
      { _id: 0, count: 1 },
      { _id: 10, count: 2 },
      { _id: 'more', count: 1 },
    ],
  ),
  piping(
    'bucket',
    'its own output',
    (all, { $ }) =>
      all.match?.({ _id: 1 }).bucket?.({ groupBy: '$amount', boundaries: [0, 10], output: { who: $.push?.('$_id') } }),
    [{ _id: 0, who: [1] }],
  ),
  piping(
    'bucket',
    'nothing may fall outside without a default',
    (all) => all.bucket?.({ groupBy: '$amount', boundaries: [0, 10] }),
    refused(/\$switch could not find a matching branch/),
  ),
  piping(
    'bucket',
    'boundaries ascend',
    (all) => all.bucket?.({ groupBy: '$amount', boundaries: [10, 0] }),
    refused(/sorted in ascending order/),
  ),
  piping('bucketAuto', 'parts of about one size', (all) => all.bucketAuto?.({ groupBy: '$amount', buckets: 2 }), [
    { _id: { min: 5, max: 20 }, count: 2 },
    { _id: { min: 20, max: 30 }, count: 2 },
  ]),
  piping(
    'bucketAuto',
    'granularity is refused by name',
    (all) => all.bucketAuto?.({ groupBy: '$amount', buckets: 2, granularity: 'R5' }),
    refused(/does not imitate granularity/),
  ),
  piping(
    'unwind',
    'one for each element; a single value counts as one, none for none',
    (all) => all.unwind?.('$tags').project?.({ tags: 1 }),
    [
      { _id: 1, tags: 'a' },
      { _id: 1, tags: 'b' },
      { _id: 3, tags: 'b' },
      { _id: 4, tags: 'b' },
    ],
  ),
  piping(
    'unwind',
    'keeps those without, and numbers them',
    (all) =>
      all
        .limit?.(2)
        .unwind?.({ path: '$tags', includeArrayIndex: 'at', preserveNullAndEmptyArrays: true })
        .project?.({ tags: 1, at: 1 }),
    [
      { _id: 1, tags: 'a', at: 0 },
      { _id: 1, tags: 'b', at: 1 },
      { _id: 2, at: null },
    ],
  ),
  piping('unwind', 'a path begins with $', (all) => all.unwind?.('tags'), refused(/should be prefixed with a '\$'/)),
  piping(
    'lookup',
    'by equal fields',
    (all) =>
      all
        .match?.({ _id: 3 })
        .lookup?.({ from: 'bench', localField: 'parent', foreignField: '_id', as: 'up' })
        .project?.({ up: '$up.shop' }),
    [{ _id: 3, up: ['south'] }],
  ),
  piping(
    'lookup',
    'missing meets null and missing',
    (all) =>
      all
        .match?.({ _id: 4 })
        .lookup?.({ from: 'bench', localField: 'parent', foreignField: 'parent', as: 'alike' })
        .project?.({ alike: '$alike._id' }),
    [{ _id: 4, alike: [1, 4] }],
  ),
  piping(
    'lookup',
    'by a pipeline with variables',
    (all, { $ }) =>
      all
        .match?.({ _id: 2 })
        .lookup?.({
          from: 'bench',
          let: { mine: '$amount' },
          pipeline: [
            { $match: { $expr: { $gt: ['$amount', 10] } } },
            { $project: { _id: 0, more: $.subtract?.(['$amount', '$$mine']) } },
          ],
          as: 'others',
        })
        .project?.({ others: 1 }),
    [{ _id: 2, others: [{ more: 10 }, { more: 20 }] }],
  ),
  piping(
    'lookup',
    'variables reach a condition',
    (all) =>
      all
        .match?.({ _id: 2 })
        .lookup?.({
          from: 'bench',
          let: { mine: '$amount' },
          pipeline: [{ $match: { $expr: { $gt: ['$amount', '$$mine'] } } }, { $project: { _id: 1 } }],
          as: 'others',
        })
        .project?.({ others: 1 }),
    [{ _id: 2, others: [{ _id: 3 }, { _id: 4 }] }],
  ),
  piping(
    'lookup',
    'a collection that does not exist',
    (all) => all.lookup?.({ from: 'nowhere', localField: 'a', foreignField: 'b', as: 'c' }),
    refused(/Db or Table not exist: nowhere/),
  ),
  piping(
    'replaceRoot',
    'an embedded document becomes the whole',
    (all) => all.limit?.(1).replaceRoot?.({ newRoot: '$detail' }),
    [{ by: 'Lin', notes: [{ t: 'x' }] }],
  ),
  piping(
    'replaceRoot',
    'only a document',
    (all) => all.replaceRoot?.({ newRoot: '$shop' }),
    refused(/'newRoot' expression {1,2}must evaluate to an object/),
  ),
  piping(
    'sample',
    'so many, no more than there are',
    (all, { $ }) => all.sample?.({ size: 9 }).group?.({ _id: null, n: $.sum?.(1), sum: $.sum?.('$amount') }),
    [{ _id: null, n: 4, sum: 65 }],
  ),
]

/** Stages that functions of wx-server-sdk 4.0.2 exist for but fail before they send anything: sent here in the SDK's protocol. */
const sending = (operator: string, says: string, stages: Fields[], gives: unknown): OperatorCase => ({
  operator,
  says,
  gives,
  run: async (bench) => {
    await bench.collectionOf(sales)
    return bench.pipeline(stages)
  },
})

const line = { from: 'bench', startWith: '$parent', connectFromField: 'parent', connectToField: '_id', as: 'line' }

export const unsentStageCases: OperatorCase[] = [
  sending(
    'facet',
    'several pipelines over the same',
    [
      {
        $facet: {
          north: [{ $match: { shop: 'north' } }, { $count: 'n' }],
          top: [{ $sort: { amount: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }],
        },
      },
    ],
    [{ north: [{ n: 2 }], top: [{ _id: 4 }] }],
  ),
  sending(
    'facet',
    'no facet in a facet',
    [{ $facet: { a: [{ $facet: { b: [] } }] } }],
    refused(/\$facet is not allowed to be used within a \$facet stage/),
  ),
  sending(
    'graphLookup',
    'from one to the next',
    [
      { $match: { _id: 3 } },
      { $graphLookup: { ...line, depthField: 'depth' } },
      { $project: { 'line._id': 1, 'line.depth': 1 } },
    ],
    [
      {
        _id: 3,
        line: [
          { _id: 2, depth: 0 },
          { _id: 1, depth: 1 },
        ],
      },
    ],
  ),
  sending(
    'graphLookup',
    'not deeper than told',
    [{ $match: { _id: 3 } }, { $graphLookup: { ...line, maxDepth: 0 } }, { $project: { line: '$line._id' } }],
    [{ _id: 3, line: [2] }],
  ),
  sending(
    'redact',
    'prunes what may not be seen',
    [
      { $limit: 1 },
      { $redact: { $cond: { if: { $eq: ['$by', 'Lin'] }, then: '$$PRUNE', else: '$$DESCEND' } } },
      { $project: { parent: 0, tags: 0 } },
    ],
    [{ _id: 1, shop: 'north', amount: 5 }],
  ),
  sending(
    'collStats',
    'refused by name',
    [{ $collStats: { count: {} } }],
    refused(/does not imitate the stage \$collStats/),
  ),
  sending('indexStats', 'refused by name', [{ $indexStats: {} }], refused(/does not imitate the stage \$indexStats/)),
  sending('out', 'refused by name', [{ $out: 'copies' }], refused(/does not imitate the stage \$out/)),
  sending(
    'unknown stage',
    'refused by name',
    [{ $double: {} }],
    refused(/Unrecognized pipeline stage name: '\$double'/),
  ),
]

/** Fields that a query shows. */
function showing(operator: string, says: string, fields: (bench: Bench) => Fields, gives: unknown): OperatorCase {
  return {
    operator,
    says,
    gives,
    run: async (bench) => {
      const collection = await bench.collectionOf([
        { _id: 1, l: [1, 2, 3, 4], m: [{ k: 'a' }, { k: 'b', n: 1 }], o: { a: 1, b: 2 } },
      ])
      return (await collection.field(fields(bench)).get()).data[0]
    },
  }
}

/** `db.command.project`; the SDK offers it within Bench._ as an object of its own. */
const projecting = ({ db }: Bench): Record<string, (operand: unknown) => unknown> => Reflect.get(db.command, 'project')

export const projectionCases: OperatorCase[] = [
  showing('slice', 'the first so many', (bench) => ({ l: projecting(bench).slice?.(2), m: 0, o: 0 }), {
    _id: 1,
    l: [1, 2],
  }),
  showing('slice', 'the last so many', (bench) => ({ l: projecting(bench).slice?.(-1), m: 0, o: 0 }), {
    _id: 1,
    l: [4],
  }),
  showing('slice', 'so many after so many', (bench) => ({ l: projecting(bench).slice?.([1, 2]), m: 0, o: 0 }), {
    _id: 1,
    l: [2, 3],
  }),
  showing('elemMatch', 'the first element that fits', (bench) => ({ m: projecting(bench).elemMatch?.({ k: 'b' }) }), {
    _id: 1,
    m: [{ k: 'b', n: 1 }],
  }),
  showing('field', 'nested fields', () => ({ 'o.a': true, 'm.k': true, _id: false }), {
    m: [{ k: 'a' }, { k: 'b' }],
    o: { a: 1 },
  }),
  showing('field', 'all but some', () => ({ l: false, m: false }), { _id: 1, o: { a: 1, b: 2 } }),
  showing('field', 'does not mix', () => ({ l: true, m: false }), refused(/mix of inclusion and exclusion/)),
]
