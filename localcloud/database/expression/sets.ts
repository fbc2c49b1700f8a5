import { sameValue, type Value } from '../value'
import { binary, isNullish, isTrue, listIn, listOperator, type Operator, type Result, unary } from './operator'

const has = (list: readonly Value[], wanted: Value): boolean => list.some((item) => sameValue(item, wanted))

const distinct = (list: readonly Value[]): Value[] =>
  list.reduce<Value[]>((kept, item) => {
    if (!has(kept, item)) kept.push(item)
    return kept
  }, [])

function pair(name: string, a: Result, b: Result): readonly [Value[], Value[]] {
  const said = (which: string) => (type: string) =>
    `both operands of ${name} must be arrays. ${which} argument is of type: ${type}`
  return [listIn(a, said('First')), listIn(b, said('Second'))]
}

const allLists = (name: string, values: Result[]): Value[][] =>
  values.map((value) =>
    listIn(value, (type) => `All operands of ${name} must be arrays. One argument is of type: ${type}`),
  )

const anyCount = [0, Number.POSITIVE_INFINITY] as const

/** Sets disregard order and repetition; the result stands in order of first appearance. */
export const setOperators: Readonly<Record<string, Operator>> = {
  $allElementsTrue: unary('$allElementsTrue', (value) =>
    listIn(value, (type) => `$allElementsTrue's argument must be an array, but is ${type}`).every(isTrue),
  ),
  $anyElementTrue: unary('$anyElementTrue', (value) =>
    listIn(value, (type) => `$anyElementTrue's argument must be an array, but is ${type}`).some(isTrue),
  ),
  $setDifference: binary('$setDifference', (a, b) => {
    if (isNullish(a) || isNullish(b)) return null
    const [from, without] = pair('$setDifference', a, b)
    return distinct(from.filter((item) => !has(without, item)))
  }),
  $setEquals: listOperator('$setEquals', [2, Number.POSITIVE_INFINITY], (values) => {
    const [first = [], ...others] = allLists('$setEquals', values)
    return others.every((list) => list.every((item) => has(first, item)) && first.every((item) => has(list, item)))
  }),
  $setIntersection: listOperator('$setIntersection', anyCount, (values) => {
    if (values.some(isNullish)) return null
    const [first = [], ...others] = allLists('$setIntersection', values)
    return distinct(first.filter((item) => others.every((list) => has(list, item))))
  }),
  $setIsSubset: binary('$setIsSubset', (a, b) => {
    const [part, whole] = pair('$setIsSubset', a, b)
    return part.every((item) => has(whole, item))
  }),
  $setUnion: listOperator('$setUnion', anyCount, (values) => {
    if (values.some(isNullish)) return null
    return distinct(allLists('$setUnion', values).flat())
  }),
}
