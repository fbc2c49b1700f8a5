import * as v from 'valibot'
import { operation } from './operation'

/**
 * The cloud's time, and how far each of its parts has come: what the page asks every second, to know that the cloud is there
 * and which of what it shows is out of date.
 */
export const pulse = operation(v.strictObject({}), ({ about, clock, database, log, openApi, faults, door }) => ({
  startedAt: about.startedAt,
  now: clock.now(),
  offsetMs: clock.offset(),
  revisions: {
    documents: database.insight.revision(),
    calls: log.count,
    sent: openApi.revision,
    faults: faults.revision,
    reloads: door.host.reloads.length,
  },
}))

/** Where functions and data lie. */
export const about = operation(v.strictObject({}), (parts) => parts.about)
