import { requestFailed } from '../failure'
import { type Document, isDocument, typeName, type Value } from '../value'

/** A result; undefined is a missing field, which MongoDB tells from null. */
export type Result = Value | undefined

/** Where an expression is evaluated: the document, and the variables (`$$this` …) that are set there. */
export interface Scope {
  root: Value
  variables: ReadonlyMap<string, Result>
}
export type Expression = (scope: Scope) => Result

/** Compiles operands; `knowing` is the same with further variables that may be used. */
export interface Compiler {
  compile(operand: Value): Expression
  knowing(names: readonly string[]): Compiler
}

/** Compiles one operator, given its operand as sent. */
export type Operator = (operand: Value, compiler: Compiler) => Expression

export const isNullish = (value: Result): value is null | undefined => value === null || value === undefined

/** MongoDB's truth: everything but false, null, missing and 0. An empty string is true. */
export const isTrue = (value: Result): boolean => !(isNullish(value) || value === false || value === 0)

export const withVariables = (scope: Scope, variables: Iterable<readonly [string, Result]>): Scope => ({
  root: scope.root,
  variables: new Map([...scope.variables, ...variables]),
})

/** An operator whose operands are a list (or one operand alone), all evaluated before `calculate`. */
export function listOperator(
  name: string,
  [least, most]: readonly [number, number],
  calculate: (values: Result[]) => Result,
): Operator {
  return (operand, compiler) => {
    const operands = Array.isArray(operand) ? operand : [operand]
    if (operands.length < least || operands.length > most) throw wrongCount(name, least, most, operands.length)
    const expressions = operands.map((one) => compiler.compile(one))
    return (scope) => calculate(expressions.map((expression) => expression(scope)))
  }
}

function wrongCount(name: string, least: number, most: number, passed: number): Error {
  if (least === most)
    return requestFailed(`Expression ${name} takes exactly ${least} arguments. ${passed} were passed in.`)
  const bounds = most === Number.POSITIVE_INFINITY ? `at least ${least}` : `at least ${least} and at most ${most}`
  return requestFailed(`Expression ${name} takes ${bounds} arguments but was passed in ${passed}.`)
}

export const unary = (name: string, calculate: (value: Result) => Result): Operator =>
  listOperator(name, [1, 1], ([value]) => calculate(value))

export const binary = (name: string, calculate: (a: Result, b: Result) => Result): Operator =>
  listOperator(name, [2, 2], ([a, b]) => calculate(a, b))

/** The named operands of an operator such as `$filter`. Refuses unknown names and missing ones. */
export function namedOperands(
  name: string,
  operand: Value,
  required: readonly string[],
  optional: readonly string[] = [],
): Document {
  if (!isDocument(operand)) throw requestFailed(`${name} only supports an object as its argument`)
  for (const field of Object.keys(operand)) {
    if (!required.includes(field) && !optional.includes(field))
      throw requestFailed(`Unrecognized argument to ${name}: ${field}`)
  }
  for (const field of required) {
    if (operand[field] === undefined) throw requestFailed(`Missing '${field}' parameter to ${name}`)
  }
  return operand
}

/** An operator of named operands, all evaluated before `calculate`; those not given are missing. */
export function namedOperator<Names extends string>(
  name: string,
  required: readonly Names[],
  optional: readonly Names[],
  calculate: (values: Partial<Record<Names, Result>>, given: ReadonlySet<string>) => Result,
): Operator {
  return (operand, compiler) => {
    const operands = namedOperands(name, operand, required, optional)
    const given = new Set(Object.keys(operands))
    const expressions = [...required, ...optional]
      .filter((field) => given.has(field))
      .map((field) => [field, compiler.compile(operands[field] ?? null)] as const)
    return (scope) => {
      const values: Partial<Record<Names, Result>> = {}
      for (const [field, expression] of expressions) values[field] = expression(scope)
      return calculate(values, given)
    }
  }
}

/** The value as a list, or a refusal in MongoDB's words. */
export function listIn(value: Result, words: (type: string) => string): Value[] {
  if (Array.isArray(value)) return value
  throw requestFailed(words(typeName(value)))
}

export const isWhole = (value: Result): value is number => typeof value === 'number' && Number.isInteger(value)
