import { requestFailed } from '../failure'
import { type Document, fieldOf, isDocument, sameValue, typeName, type Value } from '../value'
import {
  binary,
  isNullish,
  isTrue,
  isWhole,
  listIn,
  listOperator,
  namedOperands,
  type Operator,
  type Result,
  unary,
  withVariables,
} from './operator'

function arrayElemAt(list: Result, place: Result): Result {
  if (isNullish(list) || isNullish(place)) return null
  const items = listIn(list, (type) => `$arrayElemAt's first argument must be an array, but is ${type}`)
  if (typeof place !== 'number')
    throw requestFailed(`$arrayElemAt's second argument must be a numeric value, but is ${typeName(place)}`)
  if (!isWhole(place))
    throw requestFailed(`$arrayElemAt's second argument must be representable as a 32-bit integer: ${place}`)
  return items.at(place)
}

function arrayToObject(value: Result): Result {
  if (isNullish(value)) return null
  const items = listIn(value, (type) => `$arrayToObject requires an array input, found: ${type}`)
  const document: Document = {}
  for (const item of items) {
    const [name, content] = pairIn(item)
    if (typeof name !== 'string')
      throw requestFailed(`$arrayToObject requires keys of type string, found: ${typeName(name)}`)
    document[name] = content ?? null
  }
  return document
}

function pairIn(item: Value): readonly [Result, Result] {
  if (Array.isArray(item)) {
    if (item.length !== 2)
      throw requestFailed(`$arrayToObject requires an array of size 2 arrays, found array of size: ${item.length}`)
    return [item[0], item[1]]
  }
  if (!isDocument(item)) {
    throw requestFailed(
      `Unrecognised input type format for $arrayToObject: expected arrays or objects, found: ${typeName(item)}`,
    )
  }
  if (Object.keys(item).length !== 2 || !('k' in item && 'v' in item)) {
    throw requestFailed(`$arrayToObject requires an object with keys 'k' and 'v'`)
  }
  return [fieldOf(item, 'k'), fieldOf(item, 'v')]
}

function concatArrays(values: Result[]): Result {
  if (values.some(isNullish)) return null
  return values.flatMap((value) => listIn(value, (type) => `$concatArrays only supports arrays, not ${type}`))
}

const filter: Operator = (operand, compiler) => {
  const {
    input = null,
    as = 'this',
    cond = null,
    limit,
  } = namedOperands('$filter', operand, ['input', 'cond'], ['as', 'limit'])
  const name = variableName(as)
  const list = compiler.compile(input)
  const condition = compiler.knowing([name]).compile(cond)
  const most = limit === undefined ? undefined : compiler.compile(limit)
  return (scope) => {
    const value = list(scope)
    if (isNullish(value)) return null
    const items = listIn(value, (type) => `input to $filter must be an array not ${type}`)
    const kept = items.filter((item) => isTrue(condition(withVariables(scope, [[name, item]]))))
    const count = most?.(scope)
    return typeof count === 'number' ? kept.slice(0, count) : kept
  }
}

const map: Operator = (operand, compiler) => {
  const { input = null, as = 'this', in: body = null } = namedOperands('$map', operand, ['input', 'in'], ['as'])
  const name = variableName(as)
  const list = compiler.compile(input)
  const result = compiler.knowing([name]).compile(body)
  return (scope) => {
    const value = list(scope)
    if (isNullish(value)) return null
    const items = listIn(value, (type) => `input to $map must be an array not ${type}`)
    return items.map((item) => result(withVariables(scope, [[name, item]])) ?? null)
  }
}

const reduce: Operator = (operand, compiler) => {
  const operands = namedOperands('$reduce', operand, ['input', 'initialValue', 'in'])
  const list = compiler.compile(operands.input ?? null)
  const initial = compiler.compile(operands.initialValue ?? null)
  const step = compiler.knowing(['value', 'this']).compile(operands.in ?? null)
  return (scope) => {
    const value = list(scope)
    if (isNullish(value)) return null
    const items = listIn(value, (type) => `$reduce requires that 'input' be an array, found: ${type}`)
    return items.reduce<Result>(
      (total, item) =>
        step(
          withVariables(scope, [
            ['value', total],
            ['this', item],
          ]),
        ),
      initial(scope),
    )
  }
}

function variableName(as: Value): string {
  if (typeof as === 'string' && /^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(as)) return as
  throw requestFailed(`'${String(as)}' starts with an invalid character for a user variable name`)
}

function membership(value: Result, list: Result): Result {
  const items = listIn(list, (type) => `$in requires an array as a second argument, found: ${type}`)
  return items.some((item) => sameValue(item, value))
}

function indexOfArray([list, wanted, start, end]: Result[]): Result {
  if (isNullish(list)) return null
  const items = listIn(list, (type) => `$indexOfArray requires an array as a first argument, found: ${type}`)
  const [from, to] = searchRange('$indexOfArray', start, end, items.length)
  for (let at = from; at < to; at++) if (sameValue(items[at], wanted)) return at
  return -1
}

/** The bounds of a search, which `$indexOf…` take as third and fourth operand. */
export function searchRange(name: string, start: Result, end: Result, length: number): readonly [number, number] {
  for (const [value, which] of [
    [start, 'starting'],
    [end, 'ending'],
  ] as const) {
    if (value === undefined) continue
    if (!isWhole(value) || value < 0)
      throw requestFailed(`${name} requires a nonnegative integral ${which} index, found: ${String(value)}`)
  }
  return [isWhole(start) ? start : 0, isWhole(end) ? Math.min(end, length) : length]
}

function range([start, end, step = 1]: Result[]): Result {
  for (const [value, word] of [
    [start, 'a starting'],
    [end, 'an ending'],
    [step, 'a step'],
  ] as const) {
    const numeric = word.replace(/^an? /, 'a numeric ')
    if (typeof value !== 'number')
      throw requestFailed(`$range requires ${numeric} value, found value of type: ${typeName(value)}`)
    if (!isWhole(value))
      throw requestFailed(`$range requires ${word} value that can be represented as a 32-bit integer, found: ${value}`)
  }
  if (step === 0) throw requestFailed('$range requires a non-zero step value')
  const list: number[] = []
  const [from, to, by] = [Number(start), Number(end), Number(step)]
  for (let at = from; by > 0 ? at < to : at > to; at += by) list.push(at)
  return list
}

function slice([list, first, count]: Result[], given: number): Result {
  if (isNullish(list) || isNullish(first) || (given === 3 && isNullish(count))) return null
  const items = listIn(list, (type) => `First argument to $slice must be an array, but is of type: ${type}`)
  if (!isWhole(first))
    throw requestFailed(
      `Second argument to $slice must be a numeric value representable as a 32-bit integer: ${String(first)}`,
    )
  if (given === 2) return first < 0 ? items.slice(first) : items.slice(0, first)
  if (!isWhole(count)) throw requestFailed(`Third argument to $slice must be numeric: ${String(count)}`)
  if (count <= 0) throw requestFailed(`Third argument to $slice must be positive: ${count}`)
  const start = first < 0 ? Math.max(0, items.length + first) : first
  return items.slice(start, start + count)
}

const zip: Operator = (operand, compiler) => {
  const operands = namedOperands('$zip', operand, ['inputs'], ['useLongestLength', 'defaults'])
  if (!Array.isArray(operands.inputs))
    throw requestFailed(`inputs must be an array of expressions, found ${typeName(operands.inputs)}`)
  const longest = operands.useLongestLength === true
  if (operands.defaults !== undefined && !longest)
    throw requestFailed('cannot specify defaults unless useLongestLength is true')
  const inputs = operands.inputs.map((input) => compiler.compile(input))
  const defaults = compiler.compile(operands.defaults ?? null)
  return (scope) => {
    const values = inputs.map((input) => input(scope))
    if (values.some(isNullish)) return null
    const lists = values.map((value) =>
      listIn(value, () => `$zip found a non-array expression in input: ${JSON.stringify(value)}`),
    )
    const lengths = lists.map(({ length }) => length)
    const length = longest ? Math.max(0, ...lengths) : Math.min(...lengths)
    const fill = defaults(scope)
    const filler = (at: number): Value => (Array.isArray(fill) ? (fill[at] ?? null) : null)
    return Array.from({ length }, (_, place) => lists.map((list, at) => list[place] ?? filler(at)))
  }
}

export const arrayOperators: Readonly<Record<string, Operator>> = {
  $arrayElemAt: binary('$arrayElemAt', arrayElemAt),
  $arrayToObject: unary('$arrayToObject', arrayToObject),
  $concatArrays: listOperator('$concatArrays', [0, Number.POSITIVE_INFINITY], concatArrays),
  $filter: filter,
  $in: binary('$in', membership),
  $indexOfArray: listOperator('$indexOfArray', [2, 4], indexOfArray),
  $isArray: unary('$isArray', (value) => Array.isArray(value)),
  $map: map,
  $range: listOperator('$range', [2, 3], range),
  $reduce: reduce,
  $reverseArray: unary('$reverseArray', (value) => {
    if (isNullish(value)) return null
    return listIn(value, (type) => `The argument to $reverseArray must be an array, but was of type: ${type}`)
      .slice()
      .reverse()
  }),
  $size: unary(
    '$size',
    (value) => listIn(value, (type) => `The argument to $size must be an array, but was of type: ${type}`).length,
  ),
  $slice: listOperator('$slice', [2, 3], (values) => slice(values, values.length)),
  $zip: zip,
}
