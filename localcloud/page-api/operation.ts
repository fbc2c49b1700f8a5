import type * as v from 'valibot'
import type { CallLogBook } from '../call-log'
import type { Clock } from '../clock'
import type { CollectionsDeclaration, Database } from '../database/database'
import type { Faults } from '../faults/faults'
import type { Timers } from '../functions/timers'
import type { ActionTiming } from '../gateway/admin'
import type { ClientDoor } from '../gateway/client-call'
import type { OpenApi } from '../openapi/openapi'
import type { StateReplacement } from '../state/replace-state'
import type { Storage } from '../storage/storage'

/** What the page can see and work on: the running cloud's parts. */
export interface PageParts {
  clock: Clock
  log: CallLogBook
  timers: Timers
  database: Database
  declaration: CollectionsDeclaration
  storage: Storage
  openApi: OpenApi
  faults: Faults
  /** The functions behind the door that pages use, with its security rules. */
  door: ClientDoor
  timings: ReadonlyMap<string, ActionTiming>
  replacement: StateReplacement
  about: About
}

/** What a developer started. */
export interface About {
  functionsFolder: string
  dataFolder: string
  /** Epoch milliseconds of the machine's clock; tells a page that another cloud answers now. */
  startedAt: number
}

/** One thing the page can ask: what it sends, and what answers. */
export interface Operation<Schema extends v.GenericSchema = v.GenericSchema, Output = unknown> {
  input: Schema
  answer(parts: PageParts, input: v.InferOutput<Schema>): Output | Promise<Output>
}

export function operation<const Schema extends v.GenericSchema, Output>(
  input: Schema,
  answer: (parts: PageParts, input: v.InferOutput<Schema>) => Output | Promise<Output>,
): Operation<Schema, Output> {
  return { input, answer }
}
