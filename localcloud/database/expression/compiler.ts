import { requestFailed } from '../failure'
import { type Document, fieldOf, isDocument, type Value } from '../value'
import { arithmeticOperators } from './arithmetic'
import { arrayOperators } from './arrays'
import { comparisonOperators } from './comparison'
import { controlOperators } from './control'
import { conversionOperators } from './conversion'
import { dateOperators } from './dates'
import { objectOperators } from './objects'
import type { Compiler, Expression, Operator, Result, Scope } from './operator'
import { setOperators } from './sets'
import { statisticOperators } from './statistics'
import { stringOperators } from './strings'

const operators = new Map<string, Operator>(
  Object.entries({
    ...arithmeticOperators,
    ...arrayOperators,
    ...comparisonOperators,
    ...controlOperators,
    ...conversionOperators,
    ...dateOperators,
    ...objectOperators,
    ...setOperators,
    ...statisticOperators,
    ...stringOperators,
  }),
)

/** What MongoDB knows and this database does not imitate. */
const notImitated = new Set([
  '$meta',
  '$toDecimal',
  '$toObjectId',
  '$function',
  '$accumulator',
  '$dateTrunc',
  '$getField',
])
const systemVariables = ['ROOT', 'CURRENT', 'REMOVE', 'NOW']

/**
 * Compiles an aggregation expression. Refuses unknown operators and variables by name. `now` (epoch milliseconds) is `$$NOW`;
 * `variables` are those the surrounding stage sets.
 */
export function compileExpression(operand: Value, now: number, variables: readonly string[] = []): Expression {
  return compilerKnowing(new Set([...systemVariables, ...variables]), now).compile(operand)
}

/** The scope of a document on its own. */
export const scopeOf = (root: Value, variables: ReadonlyMap<string, Result> = new Map()): Scope => ({ root, variables })

function compilerKnowing(known: ReadonlySet<string>, now: number): Compiler {
  const compiler: Compiler = {
    knowing: (names) => compilerKnowing(new Set([...known, ...names]), now),
    compile(operand) {
      if (typeof operand === 'string') return operand.startsWith('$') ? reference(operand, known, now) : () => operand
      if (Array.isArray(operand)) {
        const items = operand.map((item) => compiler.compile(item))
        return (scope) => items.map((item) => item(scope) ?? null)
      }
      if (!isDocument(operand)) return () => operand
      const names = Object.keys(operand)
      const [name] = names
      if (name?.startsWith('$')) {
        if (names.length !== 1) {
          throw requestFailed(`an object representing an expression must have exactly one field: ${names.join(', ')}`)
        }
        return operatorNamed(name)(operand[name] ?? null, compiler)
      }
      return compileFields(operand, compiler)
    },
  }
  return compiler
}

function operatorNamed(name: string): Operator {
  const operator = operators.get(name)
  if (operator) return operator
  throw requestFailed(
    notImitated.has(name) ? `the local database does not imitate ${name}` : `Unrecognized expression '${name}'`,
  )
}

function compileFields(operand: Document, compiler: Compiler): Expression {
  const fields = Object.entries(operand).map(([name, value]) => {
    if (name.includes('.')) throw requestFailed(`FieldPath field names may not contain '.'. Consider using $getField.`)
    return [name, compiler.compile(value)] as const
  })
  return (scope) => {
    const document: Document = {}
    for (const [name, expression] of fields) {
      const value = expression(scope)
      if (value !== undefined) document[name] = value
    }
    return document
  }
}

/** `$path` or `$$variable.path`. */
function reference(text: string, known: ReadonlySet<string>, now: number): Expression {
  const isVariable = text.startsWith('$$')
  const [head = '', ...rest] = text.slice(isVariable ? 2 : 1).split('.')
  if (head === '' || rest.includes('')) throw requestFailed(`FieldPath must not be empty or hold empty parts: ${text}`)
  if (!isVariable) {
    const path = [head, ...rest]
    return ({ root }) => pathIn(root, path, 0)
  }
  if (!known.has(head)) throw requestFailed(`Use of undefined variable: ${head}`)
  if (head === 'REMOVE') return () => undefined
  if (head === 'NOW') return () => new Date(now)
  if (head === 'ROOT' || head === 'CURRENT') return ({ root }) => pathIn(root, rest, 0)
  return ({ variables }) => pathIn(variables.get(head), rest, 0)
}

/** What a path of an expression reaches: through an array it gives the list of what its documents hold, places do not count. */
function pathIn(value: Result, path: readonly string[], at: number): Result {
  const name = path[at]
  if (name === undefined) return value
  if (isDocument(value)) return pathIn(fieldOf(value, name), path, at + 1)
  if (!Array.isArray(value)) return undefined
  return value.flatMap((item) => {
    const found = isDocument(item) ? pathIn(item, path, at) : undefined
    return found === undefined ? [] : [found]
  })
}
