import type { Terms } from '#rules/campaign/terms'
import { addBusinessDays } from '#values/business-days'
import type { Day } from '#values/days'
import { formatYuan } from '#values/money'
import type { LoyaltyGrade } from '#values/vehicle-words'
import { give, giveNothing, notOpen, type RuleAnswer, toVerify } from '../benefit/answer'
import { offers } from '../benefit/offers'
import { advice, fact, part, type StatementLine } from '../benefit/statement'
import { type PreviousPremium, previousPremiumFact, tierOf, tierText } from '../policy/previous-premium'

const offer = offers.gift

export interface GiftFacts {
  /** Last year's, before its own discount. */
  previousPremiumFen: PreviousPremium
  /** 忠诚度等级; null for a customer without one, who counts as the lowest. */
  loyaltyGrade: LoyaltyGrade | null
  /** Gifts that have run out; one that this policy already holds is not among them. */
  giftsOut: ReadonlySet<string>
  /** The day on which the renewed policy was issued: the time to have the gift ready begins here. */
  issuedOn: Day
}

type GiftTerms = Pick<Terms, 'gift' | 'workingDays'>

/**
 * “按上年保费送礼品，忠诚度等级高的往上提一档，送完为止；出单后若干个工作日内备好。” (§5.2.3)
 * A grade above the highest tier gets the highest tier. What a gift is worth is what it costs.
 * @throws BeyondCalendarError when those days are not known; a checked campaign file never gets there within its period
 */
export function decideGift(terms: GiftTerms, facts: GiftFacts): RuleAnswer {
  const { enabled, tiers, handOverWithinWorkingDays } = terms.gift
  const { previousPremiumFen: premium, giftsOut, issuedOn } = facts
  if (!enabled) return notOpen(offer)
  const grade = gradeOf(terms, facts.loyaltyGrade)
  const gradeFact = fact('忠诚度等级', facts.loyaltyGrade ?? `没有等级，按${grade.name}`)
  const known = [previousPremiumFact(premium), gradeFact]
  if (premium === 'unknown') return toVerify(offer, ['上年商业险保费'], known)

  const byPremium = tierOf(tiers, premium)
  const at = Math.min(byPremium + grade.tiersUp, tiers.length - 1)
  const [own, gift] = [tiers[byPremium], tiers[at]]
  if (!own || !gift) throw new Error('a tier that was found is not there')
  const help = whatWouldHelp(terms, byPremium, at)
  if (giftsOut.has(gift.giftId)) {
    return giveNothing(offer, `${gift.name}已经送完`, known, [
      advice('数量有限，续保早的先得。', offer.clause),
      ...help,
    ])
  }
  const raised = at > byPremium ? `，${grade.name}提高 ${at - byPremium} 档` : ''
  return give(offer, {
    amountFen: gift.costFen,
    facts: known,
    parts: [part(gift.name, gift.costFen, offer.clause, `${tierText(own)}这一档${raised}`)],
    note: `出单后 ${handOverWithinWorkingDays} 个工作日内备好，到网点领取`,
    advice: help,
    dueOn: addBusinessDays(issuedOn, handOverWithinWorkingDays, terms.workingDays.overrides),
    giftId: gift.giftId,
    ifNothing: '按条款没有礼品',
  })
}

/** A grade that the terms do not list is the core system's own: it raises nothing. */
function gradeOf({ gift }: GiftTerms, name: LoyaltyGrade | null): { name: string; tiersUp: number } {
  const lowest = { name: gift.loyaltyGrades[0]?.name ?? '普通', tiersUp: 0 }
  if (name === null) return gift.loyaltyGrades[0] ?? lowest
  return gift.loyaltyGrades.find((grade) => grade.name === name) ?? lowest
}

function whatWouldHelp({ gift }: GiftTerms, byPremium: number, at: number): StatementLine[] {
  const above = gift.tiers[byPremium + 1]
  const better = gift.tiers[at + 1]
  if (!better) return []
  const byMore = above ? [`上年保费满 ${formatYuan(above.premiumFromFen)} 的，礼品是${better.name}。`] : []
  return [...byMore, ...higherGrade(gift, byPremium, at)].map((sentence) => advice(sentence, offer.clause))
}

/** The lowest grade that would bring a better gift. */
function higherGrade({ loyaltyGrades, tiers }: GiftTerms['gift'], byPremium: number, at: number): string[] {
  const [grade] = loyaltyGrades
    .filter(({ tiersUp }) => byPremium + tiersUp > at)
    .sort((one, other) => one.tiersUp - other.tiersUp)
  const gift = grade && tiers[Math.min(byPremium + grade.tiersUp, tiers.length - 1)]
  return gift ? [`忠诚度等级是${grade.name}的，礼品是${gift.name}。`] : []
}
