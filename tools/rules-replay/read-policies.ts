import { readRow } from '#contract/policy-columns'
import type { PolicyEvent } from '#contract/policy-event'
import type { Policy } from '#rules/policy/policy'
import { fen } from '#values/money'
import { checkFile } from '../policy-import/check-file'
import { rowsOf } from '../policy-import/rows'

export interface PolicyFile {
  /** Each as its latest event left it, in the order of their issue. */
  policies: Policy[]
  /** Rows that cannot be read: they take no part. */
  refused: number
}

/** Reads a file of the policy feed, its events in any order. @throws Error for a file that is none */
export async function readPolicies(file: string): Promise<PolicyFile> {
  const { encoding, columns } = await checkFile(file, () => {})
  const events: PolicyEvent[] = []
  let refused = -1 // The header is a row that is none of a policy.
  for await (const { cells } of rowsOf(file, encoding)) {
    const reading = readRow(columns, cells, null)
    if (reading.ok) events.push(reading.event)
    else refused += 1
  }
  const policies = new Map<string, Policy>()
  for (const event of events.sort((one, other) => one.sequence - other.sequence)) {
    policies.set(event.policyNumber, policyAfter(policies.get(event.policyNumber), event))
  }
  return { policies: [...policies.values()].sort((one, other) => one.issuedAt - other.issuedAt), refused }
}

/** Vehicle and holder only have to be told apart here, and are in no output: they need no keyed hash. */
function policyAfter(before: Policy | undefined, event: PolicyEvent): Policy {
  const state = event.event === 'claim-count' ? (before?.state ?? 'in-force') : stateOf(event.event)
  return {
    ...event,
    _id: event.policyNumber,
    state,
    vehicleId: event.vin,
    holderId: event.holderIdNumber,
    commercialPremiumFen: fen(event.commercialPremiumFen),
    compulsoryPremiumFen: fen(event.compulsoryPremiumFen),
    claimsLastYear: event.claimsLastYear ?? 'unknown',
    cancelledAt: state === 'cancelled' ? (before?.cancelledAt ?? event.issuedAt) : null,
    version: 1,
  }
}

const stateOf = (event: 'issued' | 'cancelled'): Policy['state'] => (event === 'issued' ? 'in-force' : 'cancelled')
