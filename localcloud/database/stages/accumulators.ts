import { mergeObjects } from '../expression/objects'
import type { Expression, Result } from '../expression/operator'
import { statistics } from '../expression/statistics'
import { requestFailed } from '../failure'
import { type Document, isDocument, sameValue, type Value } from '../value'
import type { StageContext } from './stage'

/** One output field of a group: the expression evaluated for each document, and what becomes of all its values. */
export interface Accumulator {
  expression: Expression
  finish: (values: readonly Result[]) => Value
}

const present = (values: readonly Result[]): Value[] => values.filter((value) => value !== undefined)

const finishers: Readonly<Record<string, (values: readonly Result[]) => Value>> = {
  ...statistics,
  $first: (values) => values[0] ?? null,
  $last: (values) => values.at(-1) ?? null,
  $push: present,
  $addToSet: (values) =>
    present(values).reduce<Value[]>((set, value) => {
      if (!set.some((one) => sameValue(one, value))) set.push(value)
      return set
    }, []),
  $mergeObjects: (values) => mergeObjects([...values]),
}

/** The output fields of `$group`, `$bucket` and `$bucketAuto`. */
export function compileAccumulators(output: Document, context: StageContext): [string, Accumulator][] {
  return Object.entries(output).map(([field, operand]) => {
    if (field.includes('.')) throw requestFailed(`The field name '${field}' cannot contain '.'`)
    if (!isDocument(operand)) throw requestFailed(`The field '${field}' must be an accumulator object`)
    const [name = '', ...others] = Object.keys(operand)
    if (others.length > 0) throw requestFailed(`The field '${field}' must specify one accumulator`)
    const finish = finishers[name]
    if (!finish) throw requestFailed(`unknown group operator '${name}'`)
    const value = operand[name] ?? null
    if (Array.isArray(value)) throw requestFailed(`The ${name} accumulator is a unary operator`)
    return [field, { expression: context.compile(value), finish }]
  })
}

/** The output fields of one group of documents. */
export function accumulate(
  documents: readonly Document[],
  accumulators: readonly [string, Accumulator][],
  context: StageContext,
): Document {
  const result: Document = {}
  const scopes = documents.map((document) => context.scopeOf(document))
  for (const [field, { expression, finish }] of accumulators) result[field] = finish(scopes.map(expression))
  return result
}
