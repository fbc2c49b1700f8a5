import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import type { Policy } from '#rules/policy/policy'
import { decidePolicyEvent } from '#rules/policy-event/decide-policy-event'
import { giftUnits } from '#rules/policy-event/ledger-change'

/** The ledger that a campaign would have for these policies, decided one after the other; gifts only while there are any. */
export function decideBook(terms: Terms, policies: readonly Policy[]): PolicyBenefit[] {
  const byNumber = new Map(policies.map((policy) => [policy.policyNumber, policy]))
  const related = new Index<Policy>()
  for (const policy of policies) related.add([policy.vehicleId, policy.holderId], policy.policyNumber, policy)
  const ledger = new Index<PolicyBenefit>()
  const unitsLeft = new Map(terms.gift.tiers.map(({ giftId, quantity }) => [giftId, quantity]))

  for (const policy of policies) {
    const ids = [policy.vehicleId, policy.holderId]
    const previous = byNumber.get(policy.previousPolicyNumber ?? '') ?? null
    const changes = decidePolicyEvent(terms, {
      now: policy.issuedAt,
      termsVersion: 1,
      termsHash: '',
      policy,
      previous,
      related: related.of(ids).filter((other) => other !== policy),
      ledger: ledger.of([...ids, policy.previousPolicyNumber ?? '']),
      invitedBy: null,
      giftsOut: new Set([...unitsLeft].filter(([, left]) => left === 0).map(([giftId]) => giftId)),
      stopped: new Set(),
    })
    for (const change of changes) {
      const { benefit } = change
      ledger.add([benefit.vehicleId, benefit.holderId, benefit.policyNumber], benefit._id, benefit)
      const { take } = giftUnits(change)
      if (take !== null) unitsLeft.set(take, (unitsLeft.get(take) ?? 0) - 1)
    }
  }
  return ledger.all()
}

/** What belongs to a vehicle, a holder or a policy. An entry that is written again takes the place of the one before. */
class Index<Entry> {
  private readonly entries = new Map<string, Entry>()
  private readonly keysOf = new Map<string, Set<string>>()

  add(ids: readonly string[], key: string, entry: Entry): void {
    this.entries.set(key, entry)
    for (const id of ids) {
      const keys = this.keysOf.get(id) ?? new Set()
      this.keysOf.set(id, keys.add(key))
    }
  }

  of(ids: readonly string[]): Entry[] {
    const keys = new Set(ids.flatMap((id) => [...(this.keysOf.get(id) ?? [])]))
    return [...keys].flatMap((key) => this.entries.get(key) ?? [])
  }

  all(): Entry[] {
    return [...this.entries.values()]
  }
}
