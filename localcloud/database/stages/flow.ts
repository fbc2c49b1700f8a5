import { requestFailed } from '../failure'
import { compileFilter } from '../filter'
import { orderByFields } from '../order'
import { type Document, fieldOf, isDocument, type Value } from '../value'
import type { InnerPipeline, StageCompiler } from './stage'

const wholeNumber = (operand: Value, name: string, least: number): number => {
  if (typeof operand !== 'number' || !Number.isInteger(operand))
    throw requestFailed(`invalid argument to $${name} stage: Expected an integer`)
  if (operand < least)
    throw requestFailed(
      least === 1 ? `the ${name} must be positive` : `invalid argument to $${name} stage: it must not be negative`,
    )
  return operand
}

export const limit: StageCompiler = (operand) => {
  const count = wholeNumber(operand, 'limit', 1)
  return (documents) => documents.slice(0, count)
}

export const skip: StageCompiler = (operand) => {
  const count = wholeNumber(operand, 'skip', 0)
  return (documents) => documents.slice(count)
}

export const match: StageCompiler = (operand, context) => {
  if (!isDocument(operand)) throw requestFailed('the match filter must be an expression in an object')
  const filter = compileFilter(operand, context)
  if (filter.near) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  return (documents) => documents.filter(filter.test)
}

export const sort: StageCompiler = (operand) => {
  if (!isDocument(operand)) throw requestFailed('the $sort key specification must be an object')
  if (Object.keys(operand).length === 0) throw requestFailed('$sort stage must have at least one sort key')
  const compare = orderByFields(operand)
  return (documents) => [...documents].sort(compare)
}

/** `$count`: one document with the number; none when there is nothing to count. */
export const count: StageCompiler = (operand) => {
  if (typeof operand !== 'string' || operand === '') throw requestFailed('the count field must be a non-empty string')
  if (operand.startsWith('$')) throw requestFailed('the count field cannot be a $-prefixed path')
  if (operand.includes('.')) throw requestFailed("the count field cannot contain '.'")
  return (documents) => (documents.length === 0 ? [] : [{ [operand]: documents.length }])
}

/** `$sample`: so many documents at random. */
export const sample: StageCompiler = (operand) => {
  const size = isDocument(operand) ? operand.size : undefined
  if (typeof size !== 'number' || size < 1) throw requestFailed('size argument to $sample must be a positive integer')
  return (documents) => {
    const left = [...documents]
    const taken: Document[] = []
    while (taken.length < size && left.length > 0) {
      taken.push(...left.splice(Math.floor(Math.random() * left.length), 1))
    }
    return taken
  }
}

/** `$facet`: several pipelines over the same documents. */
export const facet: StageCompiler = (operand, context) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0)
    throw requestFailed('the $facet specification must be a non-empty object')
  const facets: [string, InnerPipeline][] = Object.entries(operand).map(([name, stages]) => {
    for (const stage of Array.isArray(stages) ? stages : []) {
      const [forbidden] = isDocument(stage) ? Object.keys(stage) : []
      if (forbidden === '$facet' || forbidden === '$geoNear')
        throw requestFailed(`${forbidden} is not allowed to be used within a $facet stage`)
    }
    return [name, context.pipeline(stages, '$facet')]
  })
  return (documents) => [Object.fromEntries(facets.map(([name, run]) => [name, run(documents)]))]
}

/** `$unwind`: one document for each element of a list. */
export const unwind: StageCompiler = (operand) => {
  const options = isDocument(operand) ? operand : { path: operand }
  const { path, includeArrayIndex: indexField, preserveNullAndEmptyArrays: preserve = false } = options
  if (typeof path !== 'string') throw requestFailed('expected a string as the path for $unwind stage')
  if (!path.startsWith('$')) throw requestFailed(`path option to $unwind stage should be prefixed with a '$': ${path}`)
  if (indexField !== undefined && (typeof indexField !== 'string' || indexField === ''))
    throw requestFailed('expected a non-empty string for the includeArrayIndex option to $unwind stage')
  if (typeof preserve !== 'boolean')
    throw requestFailed('expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage')
  const names = path.slice(1).split('.')
  const withIndex = (document: Document, at: number | null): Document =>
    typeof indexField === 'string' ? withPath(document, indexField.split('.'), at) : document
  return (documents) =>
    documents.flatMap((document) => {
      const value = names.reduce<Value | undefined>(
        (inner, name) => (isDocument(inner) ? fieldOf(inner, name) : undefined),
        document,
      )
      if (Array.isArray(value) && value.length > 0)
        return value.map((item, at) => withIndex(withPath(document, names, item), at))
      const isNothing = value === undefined || value === null || Array.isArray(value)
      if (!isNothing) return [withIndex(document, null)]
      if (!preserve) return []
      return [withIndex(Array.isArray(value) ? withPath(document, names, undefined) : document, null)]
    })
}

/** The document with another value at a path; undefined takes the field away. Only what is on the path is copied. */
export function withPath(
  document: Document,
  [name = '', ...rest]: readonly string[],
  value: Value | undefined,
): Document {
  const result = { ...document }
  const inner = fieldOf(document, name)
  const next = rest.length === 0 ? value : withPath(isDocument(inner) ? inner : {}, rest, value)
  if (next === undefined) delete result[name]
  else result[name] = next
  return result
}
