import { compileExpression, scopeOf } from '../expression/compiler'
import { requestFailed } from '../failure'
import { type Document, isDocument, type Value } from '../value'
import { count, facet, limit, match, sample, skip, sort, unwind } from './flow'
import { geoNear } from './geo-near'
import { bucket, bucketAuto, group, sortByCount } from './group'
import { graphLookup, lookup } from './lookup'
import { addFields, project, redact, replaceRoot } from './shape'
import type { InnerPipeline, Stage, StageCompiler, StageContext } from './stage'

const stages = new Map<string, StageCompiler>([
  ['$addFields', addFields],
  ['$bucket', bucket],
  ['$bucketAuto', bucketAuto],
  ['$count', count],
  ['$facet', facet],
  ['$geoNear', geoNear],
  ['$graphLookup', graphLookup],
  ['$group', group],
  ['$limit', limit],
  ['$lookup', lookup],
  ['$match', match],
  ['$project', project],
  ['$redact', redact],
  ['$replaceRoot', replaceRoot],
  ['$sample', sample],
  ['$skip', skip],
  ['$sort', sort],
  ['$sortByCount', sortByCount],
  ['$unwind', unwind],
])

/** What MongoDB knows and this database does not imitate. */
const notImitated = ['$out', '$merge', '$collStats', '$indexStats', '$unionWith', '$setWindowFields', '$search']

/** Where a pipeline runs. */
export type Surroundings = Pick<StageContext, 'now' | 'others' | 'geoPaths'>

/** Compiles stages such as `{$match: …}`. Refuses unknown ones, and those not imitated, by name. */
export function compilePipeline(list: readonly Document[], surroundings: Surroundings): Stage {
  const run = compileWith(list, surroundings, [])
  return (documents) => run(documents)
}

function compileWith(
  list: readonly Document[],
  surroundings: Surroundings,
  variables: readonly string[],
): InnerPipeline {
  let set: ReadonlyMap<string, Value | undefined> = new Map()
  const context: StageContext = {
    ...surroundings,
    variables,
    compile: (operand, further = []) => compileExpression(operand, surroundings.now, [...variables, ...further]),
    scopeOf: (document) => scopeOf(document, set),
    pipeline: (sent, name, further = []) =>
      compileWith(stageList(sent, name), { ...surroundings, geoPaths: [] }, [...variables, ...further]),
  }
  const compiled = list.map((stage, at) => compileStage(stage, at, context))
  return (documents, given) => {
    const before = set
    if (given) set = new Map([...set, ...given])
    try {
      return compiled.reduce<Document[]>((found, stage) => stage(found), [...documents])
    } finally {
      set = before
    }
  }
}

function compileStage(stage: Document, at: number, context: StageContext): Stage {
  const [name = '', ...others] = Object.keys(stage)
  if (others.length > 0) throw requestFailed('A pipeline stage specification object must contain exactly one field.')
  const compile = stages.get(name)
  if (!compile) {
    throw requestFailed(
      notImitated.includes(name)
        ? `the local database does not imitate the stage ${name}`
        : `Unrecognized pipeline stage name: '${name}'`,
    )
  }
  if (name === '$geoNear' && at > 0) throw requestFailed('$geoNear is only valid as the first stage in a pipeline.')
  return compile(stage[name] ?? null, context)
}

function stageList(sent: Value, name: string): Document[] {
  if (!Array.isArray(sent) || !sent.every(isDocument))
    throw requestFailed(`arguments to ${name} must be arrays of stages`)
  return sent
}
