import { requestFailed } from './failure'
import { compileGeo } from './geo/geo-condition'
import { bracket, compareValues, type Document, fieldOf, isDocument, sameValue, typeName, type Value } from './value'

type Reached = (Value | undefined)[]

/** A test of what a path reaches, or of the whole document. */
export type FieldTest = { reached: (values: Reached) => boolean } | { whole: (document: Document) => boolean }

type ElementTest = (condition: Document) => (document: Document) => boolean

/** Whether an operand holds operators rather than being a document to be equal to. */
export const isOperatorDocument = (operand: Value): operand is Document =>
  isDocument(operand) && (Object.keys(operand)[0]?.startsWith('$') ?? false)

/**
 * Compiles one operator of a field. A test of values passes when one of them, or an element of one that is a list, does.
 * `all` holds the operators beside it (`$options` of `$regex`).
 */
export function compileFieldTest(
  path: string,
  operator: string,
  operand: Value,
  all: Document,
  elementTest: ElementTest,
): FieldTest {
  const negated = (name: string, value: Value): FieldTest => {
    const test = compileFieldTest(path, name, value, all, elementTest)
    return 'whole' in test
      ? { whole: (document) => !test.whole(document) }
      : { reached: (values) => !test.reached(values) }
  }
  switch (operator) {
    case '$eq':
      return anyItem(equals(operand))
    case '$ne':
      if (operand instanceof RegExp) throw requestFailed(`Can't have regex as arg to $ne.`)
      return negated('$eq', operand)
    case '$in': {
      if (!Array.isArray(operand)) throw requestFailed('$in needs an array')
      if (operand.some(isOperatorDocument)) throw requestFailed('cannot nest $ under $in')
      const tests = operand.map(equals)
      return anyItem((value) => tests.some((passes) => passes(value)))
    }
    case '$nin':
      if (!Array.isArray(operand)) throw requestFailed('$nin needs an array')
      return negated('$in', operand)
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return anyItem(range(path, operator, operand))
    case '$exists': {
      const wanted = !(operand === false || operand === 0 || operand === null)
      return { reached: (values) => values.some((value) => value !== undefined) === wanted }
    }
    case '$type':
      return anyItem(ofType(operand))
    case '$mod':
      return anyItem(remainder(operand))
    case '$regex': {
      const regex = regularExpression(operand, fieldOf(all, '$options'))
      return anyItem(equals(regex))
    }
    case '$options':
      throw requestFailed('$options needs a $regex')
    case '$size':
      return hasSize(operand)
    case '$all':
      return hasAll(path, operand, elementTest)
    case '$elemMatch':
      return hasElement(path, operand, elementTest)
    case '$not':
      if (operand instanceof RegExp) return negated('$regex', operand)
      if (!isOperatorDocument(operand)) throw requestFailed('$not needs a regex or a document')
      return notAll(path, operand, elementTest)
    case '$geoWithin':
    case '$geoIntersects':
      return { whole: compileGeo(path, operator, operand) }
    case '$where':
    case '$text':
      throw requestFailed(`the local database does not imitate ${operator}`)
    default:
      throw requestFailed(`unknown operator: ${operator}`)
  }
}

const anyItem = (passes: (value: Value | undefined) => boolean): FieldTest => ({
  reached: (values) => values.some((value) => passes(value) || (Array.isArray(value) && value.some(passes))),
})

/** Equality; a missing field equals null, and a regular expression equals the strings it matches. */
function equals(wanted: Value): (value: Value | undefined) => boolean {
  if (wanted instanceof RegExp) {
    return (value) =>
      typeof value === 'string' ? wanted.test(value) : value instanceof RegExp && sameValue(value, wanted)
  }
  return (value) => sameValue(value ?? null, wanted)
}

/** Only values of the operand's own type compare; null is only equal to null. */
function range(path: string, operator: string, operand: Value): (value: Value | undefined) => boolean {
  if (operand instanceof RegExp) throw requestFailed(`Can't have RegEx as arg to predicate over field '${path}'.`)
  const type = bracket(operand)
  const orEqual = operator.endsWith('e')
  if (operand === null || (typeof operand === 'number' && Number.isNaN(operand))) {
    return (value) => orEqual && sameValue(value ?? null, operand)
  }
  const sign = operator.startsWith('$g') ? 1 : -1
  return (value) => {
    if (value === undefined || bracket(value) !== type || (typeof value === 'number' && Number.isNaN(value)))
      return false
    const order = compareValues(value, operand) * sign
    return order > 0 || (orEqual && order === 0)
  }
}

const typeCodes: Readonly<Record<string, string[]>> = {
  '1': ['int', 'double'],
  '2': ['string'],
  '3': ['object'],
  '4': ['array'],
  '8': ['bool'],
  '9': ['date'],
  '10': ['null'],
  '11': ['regex'],
  '16': ['int'],
  '18': ['int'],
  number: ['int', 'double'],
  double: ['int', 'double'],
  int: ['int'],
  long: ['int'],
}
const typeNames = ['string', 'object', 'array', 'bool', 'date', 'null', 'regex']

function ofType(operand: Value): (value: Value | undefined) => boolean {
  const wanted = (Array.isArray(operand) ? operand : [operand]).flatMap((one) => {
    const known = typeCodes[String(one)] ?? (typeNames.includes(String(one)) ? [String(one)] : undefined)
    if (!known) throw requestFailed(`Unknown type name alias: ${String(one)}`)
    return known
  })
  return (value) => value !== undefined && wanted.includes(typeName(value))
}

function remainder(operand: Value): (value: Value | undefined) => boolean {
  if (!Array.isArray(operand)) throw requestFailed('malformed mod, needs to be an array')
  const [divisor, rest] = operand
  if (operand.length < 2) throw requestFailed('malformed mod, not enough elements')
  if (operand.length > 2) throw requestFailed('malformed mod, too many elements')
  if (typeof divisor !== 'number' || typeof rest !== 'number')
    throw requestFailed('malformed mod, divisor not a number')
  const [by, wanted] = [Math.trunc(divisor), Math.trunc(rest)]
  if (by === 0) throw requestFailed('divisor cannot be 0')
  return (value) => typeof value === 'number' && Number.isFinite(value) && (Math.trunc(value) % by) + 0 === wanted
}

function regularExpression(operand: Value, options: Value | undefined): RegExp {
  if (operand instanceof RegExp && options === undefined) return operand
  const pattern = operand instanceof RegExp ? operand.source : operand
  if (typeof pattern !== 'string') throw requestFailed('$regex has to be a string')
  const flags = options ?? ''
  if (typeof flags !== 'string') throw requestFailed('$options has to be a string')
  if (/[^ims]/.test(flags))
    throw requestFailed(`the local database imitates the regex options i, m and s, not ${flags}`)
  try {
    return new RegExp(pattern, [...new Set(flags)].join(''))
  } catch {
    throw requestFailed(`Regular expression is invalid: ${pattern}`)
  }
}

function hasSize(operand: Value): FieldTest {
  if (typeof operand !== 'number') throw requestFailed('$size needs a number')
  if (!Number.isInteger(operand)) throw requestFailed('$size must be a whole number')
  if (operand < 0) throw requestFailed('$size may not be negative')
  return { reached: (values) => values.some((value) => Array.isArray(value) && value.length === operand) }
}

function hasAll(path: string, operand: Value, elementTest: ElementTest): FieldTest {
  if (!Array.isArray(operand)) throw requestFailed('$all needs an array')
  const tests = operand.map((one) => {
    if (!isOperatorDocument(one)) return ofValues(anyItem(equals(one)), '$all')
    if (fieldOf(one, '$elemMatch') === undefined) throw requestFailed('no $ expressions in $all')
    return ofValues(hasElement(path, one.$elemMatch ?? null, elementTest), '$all')
  })
  return {
    reached: (values) => tests.length > 0 && tests.every((test) => test(values)),
  }
}

function hasElement(path: string, operand: Value, elementTest: ElementTest): FieldTest {
  if (!isDocument(operand)) throw requestFailed('$elemMatch needs an Object')
  const [first] = Object.keys(operand)
  const onItem = first?.startsWith('$') === true && !['$and', '$or', '$nor', '$expr'].includes(first)
  if (!onItem) {
    const test = elementTest(operand)
    const passes = (item: Value): boolean => isDocument(item) && test(item)
    return { reached: (values) => values.some((value) => Array.isArray(value) && value.some(passes)) }
  }
  const tests = Object.entries(operand)
    .filter(([name]) => name !== '$options')
    .map(([name, value]) => ofValues(compileFieldTest(path, name, value, operand, elementTest), '$elemMatch'))
  const passes = (item: Value): boolean => tests.every((test) => test([item]))
  return { reached: (values) => values.some((value) => Array.isArray(value) && value.some(passes)) }
}

function notAll(path: string, operand: Document, elementTest: ElementTest): FieldTest {
  const tests = Object.entries(operand)
    .filter(([name]) => name !== '$options')
    .map(([name, value]) => {
      if (name === '$near' || name === '$nearSphere')
        throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
      return compileFieldTest(path, name, value, operand, elementTest)
    })
  const [only] = tests
  if (tests.length === 1 && only && 'whole' in only) return { whole: (document) => !only.whole(document) }
  const onValues = tests.map((test) => ofValues(test, '$not'))
  return { reached: (values) => !onValues.every((test) => test(values)) }
}

/** A test of values alone; a geo condition is none. */
function ofValues(test: FieldTest, within: string): (values: Reached) => boolean {
  if ('reached' in test) return test.reached
  throw requestFailed(`the local database does not imitate a geo condition beside others within ${within}`)
}
