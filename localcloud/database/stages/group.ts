import { encode } from '../ejson'
import type { Expression } from '../expression/operator'
import { requestFailed } from '../failure'
import { compareValues, type Document, isDocument, type Value } from '../value'
import { accumulate, compileAccumulators } from './accumulators'
import type { StageCompiler, StageContext } from './stage'

/** `$group`: one document for each value of `_id`, in order of first appearance. */
export const group: StageCompiler = (operand, context) => {
  if (!isDocument(operand)) throw requestFailed("a group's fields must be specified in an object")
  const { _id: id, ...output } = operand
  if (id === undefined) throw requestFailed('a group specification must include an _id')
  const key = context.compile(id)
  const accumulators = compileAccumulators(output, context)
  return (documents) =>
    grouped(documents, key, context).map(({ id: value, members }) => ({
      _id: value,
      ...accumulate(members, accumulators, context),
    }))
}

function grouped(documents: Document[], key: Expression, context: StageContext): { id: Value; members: Document[] }[] {
  const groups = new Map<string, { id: Value; members: Document[] }>()
  for (const document of documents) {
    const id = key(context.scopeOf(document)) ?? null
    const name = encode(id)
    const group = groups.get(name)
    if (group) group.members.push(document)
    else groups.set(name, { id, members: [document] })
  }
  return [...groups.values()]
}

/** `$sortByCount`: groups with their size, greatest first. */
export const sortByCount: StageCompiler = (operand, context) => {
  const isExpression = typeof operand === 'string' ? operand.startsWith('$') : isDocument(operand)
  if (!isExpression)
    throw requestFailed('the sortByCount field must be defined as a $-prefixed path or an expression inside an object')
  const key = context.compile(operand)
  return (documents) =>
    grouped(documents, key, context)
      .map(({ id, members }) => ({ _id: id, count: members.length }))
      .sort((a, b) => b.count - a.count)
}

const countAll: Document = { count: { $sum: 1 } }

const outputIn = (operand: Document): Document => {
  const { output = countAll } = operand
  if (!isDocument(output)) throw requestFailed("The 'output' field must be an object")
  return output
}

/** `$bucket`: groups by boundaries; each bucket includes its lower one. */
export const bucket: StageCompiler = (operand, context) => {
  if (!isDocument(operand) || operand.groupBy === undefined || !Array.isArray(operand.boundaries))
    throw requestFailed("$bucket requires 'groupBy' and 'boundaries' to be specified.")
  const { boundaries, default: other } = operand
  if (boundaries.length < 2) throw requestFailed('The $bucket boundaries must have at least 2 values')
  for (const [at, boundary] of boundaries.slice(1).entries()) {
    if (compareValues(boundaries[at], boundary) >= 0)
      throw requestFailed(`The 'boundaries' option to $bucket must be sorted in ascending order`)
  }
  const [lowest] = boundaries
  const highest = boundaries.at(-1)
  const key = context.compile(operand.groupBy)
  const accumulators = compileAccumulators(outputIn(operand), context)
  const bucketOf = (document: Document): Value => {
    const value = key(context.scopeOf(document))
    const inside = value !== undefined && compareValues(value, lowest) >= 0 && compareValues(value, highest) < 0
    const found = inside ? boundaries.filter((boundary) => compareValues(boundary, value) <= 0).at(-1) : other
    if (found !== undefined) return found
    throw requestFailed('$switch could not find a matching branch for an input, and no default was specified.')
  }
  return (documents) => {
    const members = new Map<string, { id: Value; list: Document[] }>()
    for (const document of documents) {
      const id = bucketOf(document)
      const entry = members.get(encode(id)) ?? { id, list: [] }
      members.set(encode(id), entry)
      entry.list.push(document)
    }
    return [...members.values()]
      .sort((a, b) => compareValues(a.id, b.id))
      .map(({ id, list }) => ({ _id: id, ...accumulate(list, accumulators, context) }))
  }
}

/** `$bucketAuto`: groups of about the same size; equal values stay together. */
export const bucketAuto: StageCompiler = (operand, context) => {
  if (!isDocument(operand) || operand.groupBy === undefined)
    throw requestFailed("$bucketAuto requires 'groupBy' and 'buckets' to be specified")
  const { buckets, granularity } = operand
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets < 1)
    throw requestFailed("The $bucketAuto 'buckets' field must be a positive 32-bit integer")
  if (granularity !== undefined) throw requestFailed('the local database does not imitate granularity in $bucketAuto')
  const key = context.compile(operand.groupBy)
  const accumulators = compileAccumulators(outputIn(operand), context)
  return (documents) => {
    const sorted = documents
      .map((document) => ({ document, value: key(context.scopeOf(document)) ?? null }))
      .sort((a, b) => compareValues(a.value, b.value))
    const size = Math.max(1, Math.round(sorted.length / buckets))
    const parts: (typeof sorted)[] = []
    let start = 0
    while (start < sorted.length) {
      let end = parts.length === buckets - 1 ? sorted.length : Math.min(start + size, sorted.length)
      while (end < sorted.length && compareValues(sorted[end]?.value, sorted[end - 1]?.value) === 0) end += 1
      parts.push(sorted.slice(start, end))
      start = end
    }
    return parts.map((part, at) => {
      const max = parts[at + 1]?.[0]?.value ?? part.at(-1)?.value ?? null
      const members = part.map(({ document }) => document)
      return { _id: { min: part[0]?.value ?? null, max }, ...accumulate(members, accumulators, context) }
    })
  }
}
