import type { Instant } from '#values/days'
import type { PolicyBenefit, PolicyRule } from '../benefit/benefit'
import type { Policy } from '../policy/policy'

/**
 * What must be loaded before a policy can be decided on. It is decided on the policy as it stands after the event was
 * stored, not on the event: so events in any order, or told twice, end at the same ledger.
 */
export interface PolicyEventFacts {
  now: Instant
  termsVersion: number
  termsHash: string
  /** The policy as the event left it. */
  policy: Policy
  /** The policy that it renews, `previousPolicyNumber`; null when there is none, or we were not yet told of it. */
  previous: Policy | null
  /** All other policies of ours on this vehicle or of this holder, in any order. */
  related: readonly Policy[]
  /**
   * This campaign's entries for this policy, for its holder, for its vehicle and for the previous policy, in any order
   * (one that is two of these may stand twice).
   */
  ledger: readonly PolicyBenefit[]
  /** The customer whose referral brought the holder (§5.3), masked: 李**; null for who came alone. */
  invitedBy: string | null
  /**
   * Gifts of which no unit could be reserved. Begin with none; when a `grant` takes a unit that is not there
   * (`giftUnits`), add it here and decide again.
   */
  giftsOut: ReadonlySet<string>
  /** Benefits that staff have stopped at this moment (§10). */
  stopped: ReadonlySet<PolicyRule>
}
