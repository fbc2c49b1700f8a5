import { compileExpression, scopeOf } from './expression/compiler'
import { type Expression, isTrue, type Scope } from './expression/operator'
import { requestFailed } from './failure'
import { compileFieldTest, type FieldTest, isOperatorDocument } from './field-test'
import { compileNear, type Near } from './geo/geo-condition'
import { valuesAt } from './path'
import { type Document, fieldOf, isDocument, sameValue, type Value } from './value'

/** A compiled where-condition. */
export interface Filter {
  test(document: Document): boolean
  /** Paths that must equal one of the listed values; what an index can be asked. */
  readonly equalities: ReadonlyMap<string, Value[]>
  /** A search by distance, which also orders what is found. */
  readonly near: Near | undefined
}

type Test = (document: Document) => boolean

/** How `$expr` is compiled and what it sees; a pipeline within `$lookup` has variables of its own. */
export interface ExpressionScope {
  compile(operand: Value): Expression
  scopeOf(document: Document): Scope
}
const noVariables: ExpressionScope = {
  compile: (operand) => compileExpression(operand, Date.now()),
  scopeOf: (document) => scopeOf(document),
}

interface Parts {
  expressions: ExpressionScope
  tests: Test[]
  equalities: Map<string, Value[]>
  near: Near | undefined
  /** Searches by distance are only understood where they apply to the whole condition. */
  nearAllowed: boolean
}

/** Compiles a MongoDB filter. Fails on unknown operators and on operands of a wrong type, in MongoDB's words. */
export function compileFilter(condition: Document, expressions: ExpressionScope = noVariables): Filter {
  const parts: Parts = { expressions, tests: [], equalities: new Map(), near: undefined, nearAllowed: true }
  compileInto(condition, parts)
  return { test: allOf(parts.tests), equalities: parts.equalities, near: parts.near }
}

function allOf(tests: Test[]): Test {
  const [only] = tests
  return tests.length === 1 && only ? only : (document) => tests.every((passes) => passes(document))
}

/** A condition inside another: nothing of it narrows the whole. */
function compileWithin(condition: Value, operator: string, expressions: ExpressionScope): Test {
  if (!isDocument(condition)) throw requestFailed(`${operator} entries need to be full objects`)
  const parts: Parts = { expressions, tests: [], equalities: new Map(), near: undefined, nearAllowed: false }
  compileInto(condition, parts)
  return allOf(parts.tests)
}

function compileInto(condition: Document, parts: Parts): void {
  for (const [name, operand] of Object.entries(condition)) {
    if (name.startsWith('$')) compileTopLevel(name, operand, parts)
    else compileField(name, operand, parts)
  }
}

function compileTopLevel(name: string, operand: Value, parts: Parts): void {
  switch (name) {
    case '$and':
      for (const part of entriesOf(name, operand)) {
        if (!isDocument(part)) throw requestFailed(`${name} entries need to be full objects`)
        compileInto(part, parts)
      }
      return
    case '$or': {
      const tests = entriesOf(name, operand).map((entry) => compileWithin(entry, name, parts.expressions))
      parts.tests.push((document) => tests.some((passes) => passes(document)))
      return
    }
    case '$nor': {
      const tests = entriesOf(name, operand).map((entry) => compileWithin(entry, name, parts.expressions))
      parts.tests.push((document) => !tests.some((passes) => passes(document)))
      return
    }
    case '$expr': {
      const { compile, scopeOf } = parts.expressions
      const expression = compile(operand)
      parts.tests.push((document) => isTrue(expression(scopeOf(document))))
      return
    }
    case '$comment':
      return
    case '$text':
    case '$search':
    case '$jsonSchema':
    case '$where':
      throw requestFailed(`the local database does not imitate ${name === '$search' ? '$text' : name}`)
    default:
      throw requestFailed(`unknown top level operator: ${name}`)
  }
}

function entriesOf(name: string, operand: Value): Value[] {
  if (Array.isArray(operand) && operand.length > 0) return operand
  throw requestFailed(`${name} must be a nonempty array`)
}

function compileField(path: string, operand: Value, parts: Parts): void {
  if (!isOperatorDocument(operand)) {
    parts.tests.push(equalityOf(path, operand, parts))
    return
  }
  for (const [operator, value] of Object.entries(operand)) {
    if (operator === '$near' || operator === '$nearSphere') {
      if (!parts.nearAllowed) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
      parts.near = compileNear(path, value)
      parts.tests.push(parts.near.test)
    } else if (operator === '$options' && Object.hasOwn(operand, '$regex')) {
      // Read together with $regex.
    } else if (operator === '$eq' && !(value instanceof RegExp)) parts.tests.push(equalityOf(path, value, parts))
    else {
      if (operator === '$in' && Array.isArray(value) && !value.some((one) => one instanceof RegExp))
        parts.equalities.set(path, value)
      parts.tests.push(onPath(path, compileFieldTest(path, operator, value, operand, elementTest)))
    }
  }
}

/** The test of `$elemMatch: {field: …}`. */
const elementTest = (condition: Document): Test => compileWithin(condition, '$elemMatch', noVariables)

function equalityOf(path: string, wanted: Value, parts: Parts): Test {
  if (wanted instanceof RegExp) return onPath(path, compileFieldTest(path, '$regex', wanted, {}, elementTest))
  parts.equalities.set(path, [wanted])
  if (!path.includes('.') && (typeof wanted === 'string' || typeof wanted === 'number')) {
    return (document) => {
      const value = fieldOf(document, path)
      if (value === wanted) return true
      if (typeof value === 'object') return Array.isArray(value) && value.some((item) => sameValue(item, wanted))
      return sameValue(value, wanted)
    }
  }
  return onPath(path, compileFieldTest(path, '$eq', wanted, {}, elementTest))
}

/** What a test says of all that the path reaches. */
const onPath = (path: string, test: FieldTest): Test =>
  'whole' in test ? test.whole : (document) => test.reached(valuesAt(document, path))
