import { requestFailed } from '../failure'
import { isDocument, type Value } from '../value'
import {
  type Compiler,
  type Expression,
  isNullish,
  isTrue,
  namedOperands,
  type Operator,
  unary,
  withVariables,
} from './operator'

const operandsOf = (operand: Value, compiler: Compiler): Expression[] =>
  (Array.isArray(operand) ? operand : [operand]).map((one) => compiler.compile(one))

const and: Operator = (operand, compiler) => {
  const operands = operandsOf(operand, compiler)
  return (scope) => operands.every((one) => isTrue(one(scope)))
}

const or: Operator = (operand, compiler) => {
  const operands = operandsOf(operand, compiler)
  return (scope) => operands.some((one) => isTrue(one(scope)))
}

const cond: Operator = (operand, compiler) => {
  const parts = Array.isArray(operand) ? operand : undefined
  if (parts && parts.length !== 3)
    throw requestFailed(`Expression $cond takes exactly 3 arguments. ${parts.length} were passed in.`)
  const named = parts ? undefined : namedOperands('$cond', operand, ['if', 'then', 'else'])
  const condition = compiler.compile(parts?.[0] ?? named?.if ?? null)
  const then = compiler.compile(parts?.[1] ?? named?.then ?? null)
  const otherwise = compiler.compile(parts?.[2] ?? named?.else ?? null)
  return (scope) => (isTrue(condition(scope)) ? then(scope) : otherwise(scope))
}

const ifNull: Operator = (operand, compiler) => {
  const operands = operandsOf(operand, compiler)
  const last = operands.at(-1)
  if (!last || operands.length < 2)
    throw requestFailed(`Expression $ifNull takes exactly 2 arguments. ${operands.length} were passed in.`)
  return (scope) => {
    for (const one of operands.slice(0, -1)) {
      const value = one(scope)
      if (!isNullish(value)) return value
    }
    return last(scope)
  }
}

const choose: Operator = (operand, compiler) => {
  const { branches = null, default: other } = namedOperands('$switch', operand, ['branches'], ['default'])
  if (!Array.isArray(branches) || branches.length === 0)
    throw requestFailed(`$switch requires at least one branch, as an array for 'branches'`)
  const compiled = branches.map((branch) => {
    if (!isDocument(branch) || branch.case === undefined || branch.then === undefined) {
      throw requestFailed(`$switch requires each branch have a 'case' and a 'then' expression`)
    }
    return { when: compiler.compile(branch.case), result: compiler.compile(branch.then) }
  })
  const otherwise = other === undefined ? undefined : compiler.compile(other)
  return (scope) => {
    const branch = compiled.find(({ when }) => isTrue(when(scope)))
    if (branch) return branch.result(scope)
    if (otherwise) return otherwise(scope)
    throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.')
  }
}

const letIn: Operator = (operand, compiler) => {
  const { vars = null, in: body = null } = namedOperands('$let', operand, ['vars', 'in'])
  if (!isDocument(vars)) throw requestFailed(`invalid parameter: expected an object (vars)`)
  const variables = Object.entries(vars).map(([name, value]) => [name, compiler.compile(value)] as const)
  const result = compiler.knowing(Object.keys(vars)).compile(body)
  return (scope) =>
    result(
      withVariables(
        scope,
        variables.map(([name, value]) => [name, value(scope)] as const),
      ),
    )
}

export const controlOperators: Readonly<Record<string, Operator>> = {
  $and: and,
  $or: or,
  $not: unary('$not', (value) => !isTrue(value)),
  $cond: cond,
  $ifNull: ifNull,
  $switch: choose,
  $let: letIn,
  $literal: (operand) => () => operand,
}
