import { readRow } from '#contract/policy-columns'
import type { PolicyEvent } from '#contract/policy-event'
import { checkFile, recordsOf } from '#contract/policy-file'
import { afterEvent } from '#decisions/policy-of-event'
import type { Policy } from '#rules/policy/policy'
import type { PolicyOnFile } from '#store/policies'
import { fileOnDisk } from '../policy-import/file-on-disk'

export interface PolicyFile {
  /** Each as its latest event left it, in the order of their issue. */
  policies: Policy[]
  /** Rows that cannot be read: they take no part. */
  refused: number
}

/** Reads a file of the policy feed, its events in any order. @throws Error for a file that is none */
export async function readPolicies(file: string): Promise<PolicyFile> {
  const checked = await checkFile(fileOnDisk(file), () => {})
  const events: PolicyEvent[] = []
  let refused = 0
  for await (const { cells } of recordsOf(checked)) {
    const reading = readRow(checked.columns, cells, null)
    if (reading.ok) events.push(reading.event)
    else refused += 1
  }
  const policies = new Map<string, PolicyOnFile>()
  for (const event of events.sort((one, other) => one.sequence - other.sequence)) {
    // Vehicle and holder only have to be told apart here, and are in no output: they need no keyed hash.
    const ids = { vehicleId: event.vin, holderId: event.holderIdNumber }
    const effect = afterEvent(policies.get(event.policyNumber) ?? null, event, ids, '', event.issuedAt)
    if (effect.kind === 'stored') policies.set(event.policyNumber, effect.policy)
  }
  return { policies: [...policies.values()].sort((one, other) => one.issuedAt - other.issuedAt), refused }
}
