import { countText } from '#rules/campaign/figures'
import type { Terms } from '#rules/campaign/terms'
import { addBusinessDays } from '#values/business-days'
import { addDays, dayOf, formatDay, type Instant, startOf } from '#values/days'
import { type Fen, formatFen } from '#values/money'
import { give, giveNothing, notOpen, type RuleAnswer } from '../benefit/answer'
import { offers } from '../benefit/offers'
import { advice, fact, part, type StatementLine } from '../benefit/statement'
import type { CustomerStanding } from '../new-customer-discount/new-customer'
import { payoutTax, type TaxTerms } from '../payout/payout-tax'
import type { Policy } from '../policy/policy'
import type { CountedInvitation } from './counted-invitation'
import { type SameParty, samePartyTexts } from './parties'

const offer = offers['referral-reward']

/** The gift of the reward's value: the one that the terms name. */
export const REFERRAL_GIFT = 'referral-gift'

/** In cash or as the gift of that value. */
export type RewardForm = 'cash' | 'gift'

export interface ReferralRewardFacts {
  /** The invitee's new policy. */
  policy: Pick<Policy, 'issuedAt' | 'commercialPremiumFen'>
  /** Whether the invitee is a new customer (§4). */
  standing: CustomerStanding
  invitation: CountedInvitation
  /** The invitee as the referrer may read it: 王**. */
  inviteeName: string
  /** Null for two different people. */
  same: SameParty | null
  /** The referrer's other rewards that stand in this campaign. */
  rewards: number
  /** What the referrer chose; null when nothing was chosen yet. */
  chosen: RewardForm | null
}

type RewardTerms = Pick<Terms, 'referralReward' | 'workingDays'> & TaxTerms

/**
 * “推荐的新客户出单，推荐人得奖励；一张新保单只奖励一次，只奖励直接的推荐人。” (§5.3.1, §5.3.2)
 * Due in working days from the issue. @throws BeyondCalendarError when those days are not known
 */
export function decideReferralReward(terms: RewardTerms, facts: ReferralRewardFacts): RuleAnswer {
  const { referralReward } = terms
  const { policy, invitation, standing, same } = facts
  const issuedOn = dayOf(policy.issuedAt)
  const known: StatementLine[] = [
    fact('被推荐人', facts.inviteeName, '§5.3.1', `手机尾号 ${invitation.accepted.phoneTail}`),
    fact('邀请', `${formatDay(dayOf(invitation.accepted.at), true)}接受`, '§5.3.1'),
    fact('新保单', `${formatDay(issuedOn, true)}出单`),
  ]
  const no = (why: string, help: string): RuleAnswer => giveNothing(offer, why, known, [advice(help, offer.clause)])
  if (!referralReward.enabled) return notOpen(offer, '推荐有礼')
  if (same !== null) return no(samePartyTexts[same], '推荐别的投保人、别的车，才有奖励。')
  if (standing.kind === 'existing') return no('被推荐人已经是本公司客户', '推荐新客户投保，才有奖励。')
  const { rewardFen, rewardsPerReferrer: most } = referralReward
  if (most !== null && facts.rewards >= most) {
    return no(`每位推荐人最多奖励 ${countText(most)} 次，您已有 ${facts.rewards} 次`, '有奖励因退保收回的，可以再得。')
  }
  if (policy.commercialPremiumFen < rewardFen) {
    return no(
      `新保单的商业险保费 ${formatFen(policy.commercialPremiumFen)}，低于奖励金额`,
      '奖励不超过新保单的商业险保费。',
    )
  }
  const form = formOf(terms, facts.chosen)
  const answer = give(offer, {
    amountFen: rewardFen,
    costFen: rewardCost(terms, form, rewardFen),
    facts: known,
    parts: [rewardPart(terms, form, rewardFen)],
    dueOn: addBusinessDays(issuedOn, referralReward.paidWithinWorkingDays, terms.workingDays.overrides),
    giftId: form === 'gift' ? REFERRAL_GIFT : null,
    advice: [],
    ifNothing: '按条款计算，奖励为零',
  })
  return { ...answer, form }
}

/** What the terms leave to choose; cash when nothing was chosen. */
export function formOf(
  { referralReward: { form } }: Pick<Terms, 'referralReward'>,
  chosen: RewardForm | null,
): RewardForm {
  return form === 'as-chosen' ? (chosen ?? 'cash') : form
}

/** Cash that is taxed costs what the tax office gets as well, where the organiser bears it (§5.3.2). */
export const rewardCost = (terms: TaxTerms, form: RewardForm, amountFen: Fen): Fen =>
  form === 'cash' ? payoutTax(terms, { rule: 'referral-reward', amountFen }).grossFen : amountFen

/** The one part of the statement. */
export const rewardPart = ({ referralReward }: Pick<Terms, 'referralReward'>, form: RewardForm, amountFen: Fen) =>
  part('推荐奖励', amountFen, '§5.3.1', form === 'cash' ? '每推荐一位，现金' : giftNote(referralReward.giftName))

const giftNote = (name: string | null): string => `每推荐一位，等值礼品${name === null ? '' : `：${name}`}`

/** Nobody reviews the reward before this instant (§5.3.2): so many days after the day of issue. Null for no hold. */
export function heldUntil(
  { referralReward: { holdDays } }: Pick<Terms, 'referralReward'>,
  issuedAt: Instant,
): Instant | null {
  return holdDays === 0 ? null : startOf(addDays(dayOf(issuedAt), holdDays))
}
