import * as v from 'valibot'
import { operation } from './operation'

/** What goes on inside: the SDK's actions with their time to answer, running transactions, the last conflicts, functions taken anew. */
export const load = operation(v.strictObject({}), ({ timings, database, door }) => ({
  actions: [...timings].map(([action, { count, totalMs, longestMs }]) => ({
    action,
    count,
    meanMs: totalMs / count,
    longestMs,
  })),
  transactions: database.insight.transactions(),
  conflicts: database.insight.conflicts(),
  reloads: [...door.host.reloads].reverse(),
}))
