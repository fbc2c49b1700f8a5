import type { Fields } from '../sdk'
import { called, type OperatorCase, refused } from './operator-case'

const marks: Fields[] = [
  { _id: 1, n: 2, name: 'Lin', of: { a: 1, b: 1 } },
  { _id: 2, n: 4, name: 'Chen', of: { b: 1, a: 1 } },
  { _id: 3, n: null, name: 'Lin', of: { c: 2 } },
  { _id: 4, n: 'x' },
]

/** What an accumulator makes of the marks in one group. */
const accumulating = (operator: string, says: string, operand: unknown, gives: unknown): OperatorCase => ({
  operator,
  says,
  gives,
  run: async ({ $, collectionOf }) => {
    const collection = await collectionOf(marks)
    const { list } = await collection
      .aggregate()
      .group({ _id: null, result: called($, operator, operand) })
      .end()
    return list.map(({ result }) => result)
  },
})

export const accumulatorCases: OperatorCase[] = [
  accumulating('first', 'the value of the first document', '$n', [2]),
  accumulating('first', 'null when that has none', '$of.c', [null]),
  accumulating('last', 'the value of the last document', '$n', ['x']),
  accumulating('last', 'null when that has none', '$name', [null]),
  accumulating('push', 'all values in their order, without missing ones', '$name', [['Lin', 'Chen', 'Lin']]),
  accumulating('push', 'null is a value', '$n', [[2, 4, null, 'x']]),
  accumulating('push', 'an object built for each document', { n: '$n', w: '$w' }, [
    [{ n: 2 }, { n: 4 }, { n: null }, { n: 'x' }],
  ]),
  accumulating('push', 'not of a list', ['$n', '$name'], refused(/The \$push accumulator is a unary operator/)),
  accumulating('addToSet', 'each value once, without missing ones', '$name', [['Lin', 'Chen']]),
  accumulating('addToSet', 'objects with another order of fields are others', '$of', [
    [{ a: 1, b: 1 }, { b: 1, a: 1 }, { c: 2 }],
  ]),
  accumulating('sum', 'of numbers only', '$n', [6]),
  accumulating('sum', 'of a constant counts', 1, [4]),
  accumulating('avg', 'of numbers only', '$n', [3]),
  accumulating('avg', 'of none is null', '$name', [null]),
  accumulating('min', 'without null and missing', '$n', [2]),
  accumulating('max', 'by type, then by value', '$n', ['x']),
  accumulating('stdDevPop', 'of numbers only', '$n', [1]),
  accumulating('stdDevSamp', 'of numbers only', '$n', [Math.SQRT2]),
  accumulating('mergeObjects', 'the later field wins', '$of', [{ a: 1, b: 1, c: 2 }]),
]
