import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { runningPeriod } from '#rules/campaign/phase'
import { giveLeasesBack, takeLeases } from '#store/leases'
import { listRelatedPolicies, type PolicyOnFile } from '#store/policies'
import type { TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'
import { findCountedInvitations } from './counted-invitations'
import { decideLeased } from './decide-leased'

/** How long a call tries to get at policies that another call is deciding on. */
const ATTEMPTS = 10
const PAUSE_MS = 150

/**
 * Brings the ledger in line with these policies as they stand, and with those that they bear on: what renews them, and new
 * customers on the same vehicle or of the same holder. Safe to do again, and beside itself.
 * @returns false when others held some of them all the time: then it has to be done again later
 */
export async function decidePolicies(
  changed: readonly PolicyOnFile[],
  inForce: TermsInForce,
  clock: { now: Instant; read: () => Instant },
): Promise<boolean> {
  let left = await concerned(changed, runningPeriod(inForce.terms).runsFromAt)
  const counted = await findCountedInvitations(left, inForce)
  // A referrer's rewards are limited too, so nobody else may be deciding on them.
  const referrerOf = ({ policyNumber }: PolicyOnFile): string[] => {
    const invitation = counted.get(policyNumber)
    return invitation ? [invitation.referrerId] : []
  }
  const by = randomBytes(12).toString('hex')
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === ATTEMPTS) return false
    if (attempt > 0) await wait(PAUSE_MS)
    const [holders, vehicles] = await Promise.all([
      takeLeases(
        'holders',
        left.flatMap((policy) => [policy.holderId, ...referrerOf(policy)]),
        by,
        clock.read(),
      ),
      takeLeases(
        'vehicles',
        left.map(({ vehicleId }) => vehicleId),
        by,
        clock.read(),
      ),
    ])
    try {
      const held = left.filter(
        (policy) =>
          vehicles.has(policy.vehicleId) && [policy.holderId, ...referrerOf(policy)].every((id) => holders.has(id)),
      )
      const undone = held.length > 0 ? await decideLeased(held, counted, inForce, clock.now) : new Set<string>()
      left = left.filter((policy) => !held.includes(policy) || undone.has(policy._id))
    } finally {
      await Promise.all([giveLeasesBack('holders', holders, by), giveLeasesBack('vehicles', vehicles, by)])
    }
  }
  return true
}

/** What is to be decided: nothing that was issued before the campaign can bring a benefit. */
async function concerned(changed: readonly PolicyOnFile[], from: Instant): Promise<PolicyOnFile[]> {
  const related = await listRelatedPolicies(
    {
      policyNumbers: changed.map(({ policyNumber }) => policyNumber),
      vehicleIds: changed.map(({ vehicleId }) => vehicleId),
      holderIds: changed.map(({ holderId }) => holderId),
    },
    from,
  )
  const numbers = new Set(changed.map(({ policyNumber }) => policyNumber))
  const all = new Map(changed.filter(({ issuedAt }) => issuedAt >= from).map((policy) => [policy._id, policy]))
  for (const policy of related) {
    const renews = policy.previousPolicyNumber !== null && numbers.has(policy.previousPolicyNumber)
    if (renews || policy.businessKind !== 'renewal') all.set(policy._id, policy)
  }
  return [...all.values()]
}
