import type { Terms } from '#rules/campaign/terms'
import { dayOf, type Instant } from '#values/days'
import type { VoucherGrant } from './service-pack'

/** Who redeems: a person of a branch or of a partner workshop. */
export type Redeemer = { kind: 'branch'; branchCode: string } | { kind: 'workshop'; workshopId: string }

export interface RedeemFacts {
  voucher: Pick<VoucherGrant, 'kind' | 'validFromOn' | 'validUntilOn'> & {
    items: readonly string[]
    /** Null without limit. */
    usesLeft: number | null
    /** The policy was cancelled: what rests on it cannot be used. */
    withdrawn: boolean
  }
  /** Of the code that was shown: the first instant at which it is no longer good. */
  codeEndsAt: Instant
  item: string
  redeemer: Redeemer
}

export type RedeemRefusal =
  | 'not-allowed'
  | 'code-expired'
  | 'voucher-unknown'
  | 'voucher-not-yet'
  | 'voucher-expired'
  | 'voucher-used'
  | 'item-unknown'

export type RedeemDecision = { kind: 'redeemed'; usesLeft: number | null } | { kind: 'refused'; reason: RedeemRefusal }

/**
 * “网点和合作维修厂扫码核销；救援不限次，检测和优惠券用完为止；工时、配件券只在合作维修厂用。” (§5.1.3)
 * One use. Whoever saves the answer must see to it that two at once do not both take the last use.
 */
export function decideRedeem(terms: Pick<Terms, 'servicePack'>, facts: RedeemFacts, now: Instant): RedeemDecision {
  const { voucher, item } = facts
  const today = dayOf(now)
  const refused = (reason: RedeemRefusal): RedeemDecision => ({ kind: 'refused', reason })
  if (!mayRedeem(terms, facts)) return refused('not-allowed')
  if (now >= facts.codeEndsAt) return refused('code-expired')
  if (voucher.withdrawn) return refused('voucher-unknown')
  if (today < voucher.validFromOn) return refused('voucher-not-yet')
  if (today > voucher.validUntilOn) return refused('voucher-expired')
  if (!voucher.items.includes(item)) return refused('item-unknown')
  if (voucher.usesLeft === null) return { kind: 'redeemed', usesLeft: null }
  return voucher.usesLeft > 0 ? { kind: 'redeemed', usesLeft: voucher.usesLeft - 1 } : refused('voucher-used')
}

function mayRedeem({ servicePack }: Pick<Terms, 'servicePack'>, { voucher, redeemer }: RedeemFacts): boolean {
  switch (redeemer.kind) {
    case 'branch':
      return voucher.kind === 'roadside' || voucher.kind === 'inspection'
    case 'workshop':
      return servicePack.workshops.some(({ workshopId }) => workshopId === redeemer.workshopId)
    default:
      return redeemer satisfies never
  }
}
