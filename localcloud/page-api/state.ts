import * as v from 'valibot'
import { operation } from './operation'

/** What the cloud holds now: what an import would replace. */
export const stateSummary = operation(v.strictObject({}), async ({ database, storage, openApi, clock }) => ({
  offsetMs: clock.offset(),
  collections: database.collections(),
  files: await storage.count(),
  sent: openApi.recorded().length,
}))

/** Puts an uploaded state (`POST /_/api/state.upload`) in the place of the whole one. `kept` is the file with what was there before. */
export const stateReplace = operation(v.strictObject({ upload: v.string() }), ({ replacement }, { upload }) =>
  replacement.replaceBy(upload),
)
