import type { Expression } from '../expression/operator'
import type { Filter } from '../filter'
import type { Document, Value } from '../value'

/** What a stage may use besides the documents it gets. */
export interface StageContext {
  now: number
  /** Names of variables set by a `$lookup` around this pipeline. */
  variables: readonly string[]
  /** Another collection, whose matching documents are found by index where one fits. Fails when it may not be joined. */
  others(collection: string): Others
  /** The paths of this collection's geo indexes. */
  geoPaths: readonly string[]
  compile(operand: Value, variables?: readonly string[]): Expression
  scopeOf(document: Value): Parameters<Expression>[0]
  /** Compiles stages that run within this one. */
  pipeline(stages: Value, name: string, variables?: readonly string[]): InnerPipeline
}

/** The documents of another collection that match. */
export type Others = (filter: Filter) => Iterable<Document>

/** Stages within a stage; `variables` are what a `$lookup` around them sets. */
export type InnerPipeline = (
  documents: Iterable<Document>,
  variables?: ReadonlyMap<string, Value | undefined>,
) => Document[]

export type Stage = (documents: Document[]) => Document[]
/** Compiles a stage from its operand. Fails in MongoDB's words. */
export type StageCompiler = (operand: Value, context: StageContext) => Stage
