import { countText } from '#rules/campaign/figures'
import type { Terms } from '#rules/campaign/terms'
import { type Fen, fen, formatFen, formatYuan } from '#values/money'
import { give, giveNothing, type RuleAnswer } from '../benefit/answer'
import type { PolicyBenefit } from '../benefit/benefit'
import { offers } from '../benefit/offers'
import { advice, part } from '../benefit/statement'
import type { Policy } from '../policy/policy'
import type { PolicyEventFacts } from './facts'
import { isStanding } from './standing'

type LimitTerms = Pick<Terms, 'offerLimits'>

/** Why a policy gets nothing at all, and what would have changed it. */
export interface Refusal {
  why: string
  help: string
}

/**
 * “每位客户、每辆车能享受的优惠有上限。” (§5) Why this policy gets nothing at all, or null.
 * What stands for other policies counts; what they were refused does not.
 */
export function limitReached({ offerLimits }: LimitTerms, { policy, ledger }: PolicyEventFacts): Refusal | null {
  const others = ledger.filter((entry) => entry.policyNumber !== policy.policyNumber && isStanding(entry))
  const onVehicle = new Set(
    others.filter(({ vehicleId }) => vehicleId === policy.vehicleId).map(({ policyNumber }) => policyNumber),
  )
  if (onVehicle.size >= offerLimits.policiesPerVehicle) {
    const why = `每辆车最多 ${countText(offerLimits.policiesPerVehicle)} 张保单享受优惠，这辆车已有 ${onVehicle.size} 张`
    return { why, help: '已享受的那张保单退保、优惠收回的，不再占用名额。' }
  }
  const most = offerLimits.vehiclesPerCustomer
  const vehicles = new Set(
    others.filter(({ holderId }) => holderId === policy.holderId).map(({ vehicleId }) => vehicleId),
  )
  vehicles.delete(policy.vehicleId)
  if (most !== null && vehicles.size >= most) {
    const why = `每位投保人最多 ${countText(most)} 辆车享受优惠，已有 ${vehicles.size} 辆`
    return { why, help: '已享受的那辆车退保、优惠收回的，不再占用名额。' }
  }
  return null
}

/** How much more this policy may bring, and what sets the limit. */
export interface Room {
  leftFen: Fen
  /** Said where the limit cuts something off. */
  because: string
  /** What would have left more. */
  help: string
}

/** §5 All that a policy brings, and a set-off on it, is not above its own commercial premium. */
export const roomOnPolicy = ({ commercialPremiumFen }: Policy): Room => ({
  leftFen: commercialPremiumFen,
  because: `一张保单的优惠合计不超过它的商业险保费 ${formatFen(commercialPremiumFen)}`,
  help: '商业险保费更高的保单，上限也更高。',
})

/**
 * §5 What this policy may bring of all that one customer may get; null where the terms set no limit. The promise that it settles
 * has had its place since it was made and does not count against itself.
 */
export function roomOfCustomer(
  { offerLimits }: LimitTerms,
  { policy, ledger }: PolicyEventFacts,
  promise: PolicyBenefit | null,
): Room | null {
  const most = offerLimits.totalPerCustomerFen
  if (most === null) return null
  const others = ledger.filter(
    ({ _id, holderId, policyNumber }) =>
      holderId === policy.holderId && policyNumber !== policy.policyNumber && _id !== promise?._id,
  )
  const leftFen = fen(Math.max(0, most - sumStanding(others)))
  const because = `每位投保人的优惠合计不超过 ${formatYuan(most)}`
  return { leftFen, because, help: '其他保单退保、优惠收回的，不再占用上限。' }
}

/** §5 What the first policy's own premium left for the promise beside what else it brought. */
export function roomOfPromise(
  { _id, policyNumber }: PolicyBenefit,
  { commercialPremiumFen }: Policy,
  ledger: readonly PolicyBenefit[],
): Room {
  const beside = ledger.filter((entry) => entry.policyNumber === policyNumber && entry._id !== _id)
  const leftFen = fen(Math.max(0, commercialPremiumFen - sumStanding(beside)))
  const because = `首年保单的优惠合计不超过它的商业险保费 ${formatFen(commercialPremiumFen)}`
  return { leftFen, because, help: '首年商业险保费更高的，上限也更高。' }
}

/** An entry that stands there twice counts once. */
function sumStanding(entries: readonly PolicyBenefit[]): number {
  let sum = 0
  for (const entry of new Map(entries.map((one) => [one._id, one])).values()) {
    if (isStanding(entry)) sum += entry.amountFen ?? 0
  }
  return sum
}

/** The answer within the room: money is cut to it; a gift or a pack is given whole or not at all. */
export function within(answer: RuleAnswer, { leftFen, because, help }: Room): RuleAnswer {
  const { amountFen } = answer
  if (amountFen === null || amountFen <= leftFen) return answer
  const offer = offers[answer.rule]
  const facts = answer.statement.filter(({ kind }) => kind === 'fact')
  if (answer.form === 'gift' || answer.form === 'service') {
    const whole = `价值 ${formatFen(amountFen)}，只整份给；${help}`
    return giveNothing(offer, because, facts, [advice(whole, '§5')])
  }
  const parts = answer.statement.filter(({ kind }) => kind === 'part')
  return give(offer, {
    ...answer,
    amountFen: leftFen,
    costFen: leftFen,
    facts,
    parts: [...parts, part('超出上限的部分', fen(leftFen - amountFen), '§5', because)],
    advice: [...answer.statement.filter(({ kind }) => kind === 'advice'), advice(help, '§5')],
    ifNothing: because,
  })
}
