import { Aggregator } from 'mingo/aggregator'
import type { AnyObject } from 'mingo/types'
import type { AdminRequest } from './admin'
import type { Collection } from './collection'
import { encode } from './ejson'
import { invalidParameter, requestFailed } from './failure'
import { compileFilter } from './filter'
import { mingoOptions } from './mingo-options'
import { valueSent } from './parameters'
import { matching } from './reads'
import type { Session } from './session'
import { copyOf, type Document, isDocument, type Value } from './value'

const writing = ['$out', '$merge']

/** Stages that never change a document in place; before any other the documents are copied. */
const readOnly = ['$match', '$group', '$count', '$sort', '$sortByCount', '$skip', '$limit', '$sample', '$bucket']

/**
 * database.aggregateDocuments: mingo runs the stages. A leading `$match` is done by the filter, so that it can use an
 * index and only what matches is copied, when a later stage changes documents in place.
 */
export function aggregateDocuments(
  session: Session,
  collection: Collection,
  request: AdminRequest,
  now: number,
  collectionNamed: (name: string) => Collection,
): string[] {
  const stages = stagesIn(request, now)
  const [head, ...rest] = stages
  const condition = head && isDocument(head.$match) ? head.$match : undefined
  const found = matching(session, collection, compileFilter(condition ?? {}))
  const remaining = condition ? rest : stages
  const untouched = remaining.every((stage) => Object.keys(stage).every((name) => readOnly.includes(name)))
  const input = Array.from(found, ({ document }) => (untouched ? document : copyOf(document)))
  if (remaining.length === 0) return input.map(encode)
  const others = (name: string): AnyObject[] =>
    [...matching(session, collectionNamed(name), compileFilter({}))].map(({ document }) => copyOf(document))
  const aggregator = new Aggregator(remaining, { ...mingoOptions, collectionResolver: others, variables: {} })
  return aggregator.run<Document>(input).map(encode)
}

function stagesIn(request: AdminRequest, now: number): Document[] {
  if (!Array.isArray(request.stages)) throw invalidParameter('stages must be a list')
  const sent: unknown[] = request.stages
  return sent.map((stage) => {
    const { stageKey, stageValue } = stageParts(stage)
    if (writing.includes(stageKey)) throw requestFailed(`${stageKey} is not supported`)
    return { [stageKey]: valueIn(stageValue, now) }
  })
}

const valueIn = (sent: unknown, now: number): Value => valueSent(sent, now)

function stageParts(stage: unknown): { stageKey: string; stageValue: unknown } {
  if (typeof stage === 'object' && stage !== null && 'stageKey' in stage && 'stageValue' in stage) {
    return { stageKey: String(stage.stageKey), stageValue: stage.stageValue }
  }
  throw invalidParameter('a stage must have a stageKey and a stageValue')
}
