import { encode } from '../ejson'
import { requestFailed } from '../failure'
import { compileFilter } from '../filter'
import { valuesAt } from '../path'
import { type Document, isDocument, type Value } from '../value'
import { withPath } from './flow'
import type { Others, StageCompiler, StageContext } from './stage'

const text = (operand: Document, name: string, stage: string): string => {
  const value = operand[name]
  if (typeof value === 'string' && value !== '') return value
  throw requestFailed(`${stage} argument '${name}' must be a string`)
}

const checked = (operand: Value, stage: string, allowed: readonly string[]): Document => {
  if (!isDocument(operand)) throw requestFailed(`the ${stage} specification must be an Object`)
  const unknown = Object.keys(operand).find((name) => !allowed.includes(name))
  if (unknown !== undefined) throw requestFailed(`unknown argument to ${stage}: ${unknown}`)
  return operand
}

/** What a value joins with: itself, its elements when it is a list, null when it is missing. */
const joinValues = (document: Document, path: string): Value[] => {
  const values = valuesAt(document, path).flatMap((value): (Value | undefined)[] =>
    Array.isArray(value) ? [...value, value] : [value],
  )
  return values.length === 0 ? [null] : values.map((value) => value ?? null)
}

/** `$lookup`: joins another collection, by equal fields or by a pipeline. */
export const lookup: StageCompiler = (operand, context) => {
  const asked = checked(operand, '$lookup', ['from', 'localField', 'foreignField', 'as', 'let', 'pipeline'])
  const as = text(asked, 'as', '$lookup').split('.')
  const from = context.others(text(asked, 'from', '$lookup'))
  const joined = asked.pipeline === undefined ? byFields(asked, from) : byPipeline(asked, from, context)
  return (documents) => documents.map((document) => withPath(document, as, joined(document)))
}

function byFields(asked: Document, from: Others): (document: Document) => Document[] {
  const localField = text(asked, 'localField', '$lookup')
  const foreignField = text(asked, 'foreignField', '$lookup')
  return (document) => {
    const filter = compileFilter({ [foreignField]: { $in: joinValues(document, localField) } })
    return [...from(filter)]
  }
}

function byPipeline(asked: Document, from: Others, context: StageContext): (document: Document) => Document[] {
  if (asked.localField !== undefined || asked.foreignField !== undefined)
    throw requestFailed("$lookup with 'pipeline' may not specify 'localField' or 'foreignField'")
  const variables = asked.let ?? {}
  if (!isDocument(variables)) throw requestFailed("$lookup argument 'let' must be an object")
  const set = Object.entries(variables).map(([name, value]) => [name, context.compile(value)] as const)
  const run = context.pipeline(asked.pipeline ?? null, '$lookup', Object.keys(variables))
  const all = compileFilter({})
  return (document) => {
    const scope = context.scopeOf(document)
    return run(from(all), new Map(set.map(([name, value]) => [name, value(scope)])))
  }
}

/** `$graphLookup`: follows a field from document to document of a collection. */
export const graphLookup: StageCompiler = (operand, context) => {
  const asked = checked(operand, '$graphLookup', [
    'from',
    'startWith',
    'connectFromField',
    'connectToField',
    'as',
    'maxDepth',
    'depthField',
    'restrictSearchWithMatch',
  ])
  const from = context.others(text(asked, 'from', '$graphLookup'))
  const connectFrom = text(asked, 'connectFromField', '$graphLookup')
  const connectTo = text(asked, 'connectToField', '$graphLookup')
  const as = text(asked, 'as', '$graphLookup').split('.')
  const { maxDepth = null, depthField, startWith, restrictSearchWithMatch: restriction = {} } = asked
  if (startWith === undefined) throw requestFailed("$graphLookup requires 'startWith'")
  if (maxDepth !== null && (typeof maxDepth !== 'number' || !Number.isInteger(maxDepth) || maxDepth < 0))
    throw requestFailed('maxDepth requires a nonnegative argument')
  if (!isDocument(restriction)) throw requestFailed('restrictSearchWithMatch must be an object')
  const start = context.compile(startWith)
  const deepest = maxDepth ?? Number.POSITIVE_INFINITY
  return (documents) =>
    documents.map((document) => {
      const found = new Map<string, Document>()
      const first = start(context.scopeOf(document))
      let frontier: Value[] = Array.isArray(first) ? first : [first ?? null]
      for (let depth = 0; depth <= deepest && frontier.length > 0; depth++) {
        const filter = compileFilter({ $and: [{ [connectTo]: { $in: frontier } }, restriction] })
        const fresh = [...from(filter)].filter((one) => !found.has(encode(one._id ?? null)))
        for (const one of fresh) {
          found.set(encode(one._id ?? null), typeof depthField === 'string' ? { ...one, [depthField]: depth } : one)
        }
        frontier = fresh.flatMap((one) => joinValues(one, connectFrom))
      }
      return withPath(document, as, [...found.values()])
    })
}
