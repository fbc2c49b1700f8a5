import { zheText } from '#rules/campaign/figures'
import type { Terms } from '#rules/campaign/terms'
import { type Bps, type Fen, fen, formatFen } from '#values/money'
import { shareOf } from '#values/share'
import { give, giveNothing, notOpen, premiumFact, type RuleAnswer } from '../benefit/answer'
import { offers } from '../benefit/offers'
import { advice, fact, part, type StatementLine } from '../benefit/statement'
import type { CustomerStanding } from './new-customer'

const offer = offers['new-customer-discount']

export interface NewCustomerDiscountFacts {
  /** Before the discount; compulsory cover is never part of it. */
  commercialPremiumFen: Fen
  standing: CustomerStanding
  /** The customer of ours who brought this one (§5.3), masked: 李**; null for who came alone. */
  invitedBy: string | null
}

type DiscountTerms = Pick<Terms, 'newCustomerDiscount' | 'referralReward' | 'rounding'>

/** One of the discounts that are used together, in the order of the statement. */
interface Step {
  label: string
  clause: string
  bps: Bps
}

/**
 * “新客户投保成功，商业险保费打折；老客户推荐来的，再打一次折。” (§5.1.1, §5.3.1)
 * Two discounts are multiplied or subtracted as the terms state; the total is rounded once.
 */
export function decideNewCustomerDiscount(terms: DiscountTerms, facts: NewCustomerDiscountFacts): RuleAnswer {
  const { commercialPremiumFen: premium, standing } = facts
  const invitedBy = terms.referralReward.enabled ? facts.invitedBy : null
  const invited = invitedBy !== null
  if (!terms.newCustomerDiscount.enabled) return notOpen(offer)
  if (standing.kind === 'existing') {
    return giveNothing(offer, standing.why, [premiumFact(premium)], [advice(standing.advice, '§4')])
  }
  const steps = stepsOf(terms, invited)
  const amountFen = discountFen(terms, premium, steps)
  return give(offer, {
    amountFen,
    facts: [premiumFact(premium), fact('客户', invited ? `新客户，由 ${invitedBy} 推荐` : '新客户', '§4')],
    parts: partsOf(terms, premium, steps),
    note: `优惠后商业险保费 ${formatFen(fen(premium - amountFen))}`,
    advice: invited ? [] : whatAnInvitationAdds(terms, premium, amountFen),
    ifNothing: '按条款计算，折扣为零',
  })
}

function stepsOf({ newCustomerDiscount, referralReward }: DiscountTerms, invited: boolean): Step[] {
  const own = { label: '新客户折扣', clause: '§5.1.1', bps: newCustomerDiscount.discountBps }
  if (!invited) return [own]
  const further = { label: '推荐再享折扣', clause: '§5.3.1', bps: referralReward.inviteeDiscountBps }
  return referralReward.stackingOrder === 'new-customer-first' ? [own, further] : [further, own]
}

/** Rounding up to whole yuan could pass a premium with odd fen. */
function discountFen({ referralReward, rounding }: DiscountTerms, premium: Fen, steps: readonly Step[]): Fen {
  // In hundred-millionths, basis points of basis points: nothing is a fraction before the one rounding.
  const [first, second] = steps.map((step) => step.bps)
  const paid = paidShare(first ?? WHOLE, second ?? WHOLE, referralReward.stacking)
  const amount = shareOf(premium, WHOLE * WHOLE - paid, WHOLE * WHOLE, rounding)
  return amount < premium ? amount : premium
}
const WHOLE = 10_000

function paidShare(first: number, second: number, stacking: Terms['referralReward']['stacking']): number {
  if (stacking === 'multiply') return first * second
  return Math.max(0, first + second - WHOLE) * WHOLE
}

/** Each part is what its discount adds to the ones before it, so that the lines add up to the total. */
function partsOf(terms: DiscountTerms, premium: Fen, steps: readonly Step[]): StatementLine[] {
  let before = fen(0)
  return steps.map((step, index) => {
    const upToHere = discountFen(terms, premium, steps.slice(0, index + 1))
    const of = noteOf(terms, premium, index, before)
    const line = part(step.label, fen(upToHere - before), step.clause, `${of}按 ${zheText(step.bps)}`)
    before = upToHere
    return line
  })
}

function noteOf({ referralReward }: DiscountTerms, premium: Fen, index: number, before: Fen): string {
  return index === 0 || referralReward.stacking === 'subtract'
    ? `商业险保费 ${formatFen(premium)} `
    : `前一项折后 ${formatFen(fen(premium - before))} `
}

function whatAnInvitationAdds(terms: DiscountTerms, premium: Fen, amountFen: Fen): StatementLine[] {
  const { enabled, inviteeDiscountBps } = terms.referralReward
  const more = fen(discountFen(terms, premium, stepsOf(terms, true)) - amountFen)
  if (!enabled || more <= 0) return []
  return [advice(`由老客户推荐投保的，再享 ${zheText(inviteeDiscountBps)}，可再减 ${formatFen(more)}。`, '§5.3.1')]
}
