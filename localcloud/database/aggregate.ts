import type { AdminRequest } from './admin'
import type { Collection } from './collection'
import { encode } from './ejson'
import { invalidParameter, permissionDenied, requestFailed } from './failure'
import { compileFilter, type Filter } from './filter'
import { valueSent } from './parameters'
import { matching } from './reads'
import type { Session } from './session'
import { compilePipeline } from './stages/pipeline'

import { type Document, isDocument } from './value'

/**
 * database.aggregateDocuments: runs the stages over the collection. A leading `$match` is done by the filter, so that it can
 * use an index. Stored documents are never changed: each stage builds new ones.
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
  const filter = compileFilter(condition ?? {})
  if (filter.near) throw requestFailed('$geoNear, $near, and $nearSphere are not allowed in this context')
  const others = (name: string) => {
    if (!session.joins) throw permissionDenied()
    return (wanted: Filter) => Array.from(matching(session, collectionNamed(name), wanted), ({ document }) => document)
  }
  const run = compilePipeline(condition ? rest : stages, { now, others, geoPaths: collection.geoPaths })
  return run(Array.from(matching(session, collection, filter), ({ document }) => document)).map(encode)
}

function stagesIn(request: AdminRequest, now: number): Document[] {
  if (!Array.isArray(request.stages)) throw invalidParameter('stages must be a list')
  const sent: unknown[] = request.stages
  return sent.map((stage) => {
    const { stageKey, stageValue } = stageParts(stage)
    return { [stageKey]: valueSent(stageValue, now) }
  })
}

function stageParts(stage: unknown): { stageKey: string; stageValue: unknown } {
  if (typeof stage === 'object' && stage !== null && 'stageKey' in stage && 'stageValue' in stage) {
    return { stageKey: String(stage.stageKey), stageValue: stage.stageValue }
  }
  throw invalidParameter('a stage must have a stageKey and a stageValue')
}
