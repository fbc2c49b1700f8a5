import { compareValues, type Value } from '../value'
import { isNullish, listOperator, type Operator, type Result } from './operator'

/** What becomes of many values; the accumulators of `$group` and the expressions of the same name share these. */
export const statistics = {
  $sum: (values: readonly Result[]): number => numbersIn(values).reduce((sum, value) => sum + value, 0),
  $avg: (values: readonly Result[]): number | null => {
    const numbers = numbersIn(values)
    return numbers.length === 0 ? null : numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  },
  $max: (values: readonly Result[]): Value => extreme(values, 1),
  $min: (values: readonly Result[]): Value => extreme(values, -1),
  $stdDevPop: (values: readonly Result[]): number | null => deviation(numbersIn(values), 0),
  $stdDevSamp: (values: readonly Result[]): number | null => deviation(numbersIn(values), 1),
} as const

/** What is no number does not count. */
const numbersIn = (values: readonly Result[]): number[] => values.filter((value) => typeof value === 'number')

/** The greatest (1) or smallest (-1) by MongoDB's order over all types; null and missing do not count. */
const extreme = (values: readonly Result[], sign: 1 | -1): Value =>
  values.reduce<Value>((best, value) => {
    if (isNullish(value)) return best
    return best === null || compareValues(value, best) * sign > 0 ? value : best
  }, null)

/** `less` is 0 for the whole population, 1 for a sample of it. */
function deviation(numbers: readonly number[], less: 0 | 1): number | null {
  if (numbers.length <= less) return null
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length
  const squares = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return Math.sqrt(squares / (numbers.length - less))
}

/** As an expression, one operand that is a list is looked into. */
export const statisticOperators: Readonly<Record<string, Operator>> = Object.fromEntries(
  Object.entries(statistics).map(([name, calculate]) => [
    name,
    listOperator(name, [0, Number.POSITIVE_INFINITY], (values) => {
      const [only] = values
      return calculate(values.length === 1 && Array.isArray(only) ? only : values)
    }),
  ]),
)
