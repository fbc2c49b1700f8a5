import { compareValues } from '../value'
import { binary, type Operator, type Result } from './operator'

/** MongoDB's order over all values and types; in an expression a missing field comes even before null. */
function order(a: Result, b: Result): number {
  if (a === undefined || b === undefined) return Number(b === undefined) - Number(a === undefined)
  return Math.sign(compareValues(a, b))
}

const comparing = (name: string, fits: (order: number) => boolean): Operator =>
  binary(name, (a, b) => fits(order(a, b)))

export const comparisonOperators: Readonly<Record<string, Operator>> = {
  $cmp: binary('$cmp', order),
  $eq: comparing('$eq', (sign) => sign === 0),
  $ne: comparing('$ne', (sign) => sign !== 0),
  $gt: comparing('$gt', (sign) => sign > 0),
  $gte: comparing('$gte', (sign) => sign >= 0),
  $lt: comparing('$lt', (sign) => sign < 0),
  $lte: comparing('$lte', (sign) => sign <= 0),
}
