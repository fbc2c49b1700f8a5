import { countText } from '#rules/campaign/figures'
import type { Terms } from '#rules/campaign/terms'
import { type Fen, fen, formatFen, formatYuan } from '#values/money'
import { give, giveNothing, type RuleAnswer } from '../benefit/answer'
import type { PolicyBenefit } from '../benefit/benefit'
import { offers } from '../benefit/offers'
import { part } from '../benefit/statement'
import type { PolicyEventFacts } from './facts'
import { isStanding } from './standing'

type LimitTerms = Pick<Terms, 'offerLimits'>

/**
 * “每位客户、每辆车能享受的优惠有上限。” (§5) Why this policy gets nothing at all, or null.
 * What stands for other policies counts; what they were refused does not.
 */
export function limitReached({ offerLimits }: LimitTerms, { policy, ledger }: PolicyEventFacts): string | null {
  const others = ledger.filter((entry) => entry.policyNumber !== policy.policyNumber && isStanding(entry))
  const onVehicle = new Set(
    others.filter(({ vehicleId }) => vehicleId === policy.vehicleId).map(({ policyNumber }) => policyNumber),
  )
  if (onVehicle.size >= offerLimits.policiesPerVehicle) {
    return `每辆车最多 ${countText(offerLimits.policiesPerVehicle)} 张保单享受优惠，这辆车已有 ${onVehicle.size} 张`
  }
  const most = offerLimits.vehiclesPerCustomer
  const vehicles = new Set(
    others.filter(({ holderId }) => holderId === policy.holderId).map(({ vehicleId }) => vehicleId),
  )
  vehicles.delete(policy.vehicleId)
  if (most !== null && vehicles.size >= most) {
    return `每位投保人最多 ${countText(most)} 辆车享受优惠，已有 ${vehicles.size} 辆`
  }
  return null
}

/** How much more this policy may bring, and what sets the limit. */
export interface Room {
  leftFen: Fen
  /** Said where the limit cuts something off. */
  because: string
}

/** §5 All that a policy brings is not above its own commercial premium, nor above what one customer may get in all. */
export function roomFor({ offerLimits }: LimitTerms, { policy, ledger }: PolicyEventFacts): Room {
  const premium: Room = {
    leftFen: policy.commercialPremiumFen,
    because: `一张保单的优惠合计不超过它的商业险保费 ${formatFen(policy.commercialPremiumFen)}`,
  }
  const most = offerLimits.totalPerCustomerFen
  if (most === null) return premium
  const others = new Map<string, PolicyBenefit>()
  for (const entry of ledger) {
    if (entry.holderId === policy.holderId && entry.policyNumber !== policy.policyNumber) others.set(entry._id, entry)
  }
  const left = Math.max(0, most - sumStanding(others.values()))
  return left < premium.leftFen
    ? { leftFen: fen(left), because: `每位投保人的优惠合计不超过 ${formatYuan(most)}` }
    : premium
}

export function sumStanding(entries: Iterable<PolicyBenefit>): number {
  let sum = 0
  for (const entry of entries) if (isStanding(entry)) sum += entry.amountFen ?? 0
  return sum
}

/** The answer within the room: money is cut to it; a gift or a pack is given whole or not at all. */
export function within(answer: RuleAnswer, { leftFen, because }: Room): RuleAnswer {
  const { amountFen } = answer
  if (amountFen === null || amountFen <= leftFen) return answer
  const offer = offers[answer.rule]
  const facts = answer.statement.filter(({ kind }) => kind === 'fact')
  if (answer.form === 'gift' || answer.form === 'service') return giveNothing(offer, because, facts)
  const parts = answer.statement.filter(({ kind }) => kind === 'part')
  return give(offer, {
    ...answer,
    amountFen: leftFen,
    facts,
    parts: [...parts, part('超出上限的部分', fen(leftFen - amountFen), '§5', because)],
    ifNothing: because,
  })
}
