import { Query } from 'mingo/query'
import { requestFailed } from './failure'
import { mingoOptions } from './mingo-options'
import { valuesAt } from './path'
import { bracket, compareValues, type Document, fieldOf, isDocument, sameValue, type Value } from './value'

/** A compiled where-condition. */
export interface Filter {
  test(document: Document): boolean
  /** Paths that must equal one of the listed values; what an index can be asked. */
  readonly equalities: ReadonlyMap<string, Value[]>
  /** The condition as it was sent, for positional updates. */
  readonly condition: Document
}

type Test = (document: Document) => boolean

/**
 * Compiles a MongoDB filter. Comparisons with plain values are done here (and can use an index); every other operator
 * is mingo's. Fails on unknown operators.
 */
export function compileFilter(condition: Document): Filter {
  const tests: Test[] = []
  const equalities = new Map<string, Value[]>()
  compileInto(condition, tests, equalities)
  const [only] = tests
  const test: Test = tests.length === 1 && only ? only : (document) => tests.every((passes) => passes(document))
  return { test, equalities, condition }
}

function compileInto(condition: Document, tests: Test[], equalities: Map<string, Value[]>): void {
  for (const [path, operand] of Object.entries(condition)) {
    if (path === '$and' && Array.isArray(operand) && operand.length > 0) {
      for (const part of operand) {
        if (!isDocument(part)) throw requestFailed('$and must be an array of objects')
        compileInto(part, tests, equalities)
      }
    } else {
      const own = path.startsWith('$') ? undefined : ownTests(path, operand, equalities)
      if (own) tests.push(...own)
      else tests.push(mingoTest(path, operand))
    }
  }
}

function mingoTest(path: string, operand: Value): Test {
  const query = new Query({ [path]: withoutNullRanges(operand) }, mingoOptions)
  return (document) => query.test(document)
}

/** `$gte: null` means "null or missing" in MongoDB, which mingo does not know. */
function withoutNullRanges(operand: Value): Value {
  if (!isDocument(operand) || !Object.keys(operand).some((name) => name.startsWith('$'))) return operand
  const entries = Object.entries(operand)
  return Object.fromEntries(
    entries.map(([name, value]) =>
      (name === '$gte' || name === '$lte') && value === null ? ['$eq', null] : [name, value],
    ),
  )
}

/** The tests of one field when all its operators are among the own ones; otherwise undefined, and mingo does the field. */
function ownTests(path: string, operand: Value, equalities: Map<string, Value[]>): Test[] | undefined {
  if (!isDocument(operand)) return ownTest(path, '$eq', operand, equalities)
  const operators = Object.keys(operand)
  if (operators.length === 0 || !operators[0]?.startsWith('$')) return ownTest(path, '$eq', operand, equalities)
  const found = new Map<string, Value[]>()
  const tests: Test[] = []
  for (const operator of operators) {
    const test = ownTest(path, operator, fieldOf(operand, operator) ?? null, found)
    if (!test) return undefined
    tests.push(...test)
  }
  for (const [field, values] of found) equalities.set(field, values)
  return tests
}

/** Null on a dotted path has MongoDB rules of its own for arrays on the way; mingo decides those. */
const mingoMustDecide = (path: string, value: Value): boolean =>
  value instanceof RegExp || (value === null && path.includes('.'))

function ownTest(path: string, operator: string, operand: Value, equalities: Map<string, Value[]>): Test[] | undefined {
  switch (operator) {
    case '$eq':
    case '$in': {
      const wanted = operator === '$in' ? operand : [operand]
      if (!Array.isArray(wanted)) throw requestFailed('$in needs an array')
      if (wanted.some((value) => mingoMustDecide(path, value))) return undefined
      equalities.set(path, wanted)
      return [equalsOneOf(path, wanted)]
    }
    case '$ne': {
      if (mingoMustDecide(path, operand)) return undefined
      const equals = equalsOneOf(path, [operand])
      return [(document) => !equals(document)]
    }
    case '$gt':
      return range(path, operand, (order) => order > 0)
    case '$gte':
      return range(path, operand, (order) => order >= 0)
    case '$lt':
      return range(path, operand, (order) => order < 0)
    case '$lte':
      return range(path, operand, (order) => order <= 0)
    default:
      return undefined
  }
}

function equalsOneOf(path: string, wanted: Value[]): Test {
  const [only] = wanted
  if (wanted.length === 1 && !path.includes('.') && (typeof only === 'string' || typeof only === 'number')) {
    return (document) => {
      const value = fieldOf(document, path)
      return (
        value === only ||
        (typeof value === 'object' && some(value, (item) => sameValue(item, only))) ||
        sameValue(value, only)
      )
    }
  }
  return (document) =>
    valuesAt(document, path).some((value) =>
      wanted.some((one) => same(value, one) || some(value, (item) => same(item, one))),
    )
}

const same = (value: Value | undefined, wanted: Value): boolean => sameValue(value ?? null, wanted)

const some = (value: Value | undefined, test: (item: Value) => boolean): boolean =>
  Array.isArray(value) && value.some((item) => test(item))

/** Only values of the operand's own type compare; an array matches by any of its elements. */
function range(path: string, operand: Value, fits: (order: number) => boolean): Test[] | undefined {
  if (typeof operand !== 'number' && typeof operand !== 'string' && !(operand instanceof Date)) return undefined
  const type = bracket(operand)
  const inRange = (value: Value | undefined): boolean => bracket(value) === type && fits(compareValues(value, operand))
  return [(document) => valuesAt(document, path).some((value) => inRange(value) || some(value, inRange))]
}
