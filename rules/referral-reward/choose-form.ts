import type { Terms } from '#rules/campaign/terms'
import type { Instant } from '#values/days'
import { give } from '../benefit/answer'
import type { PolicyBenefit } from '../benefit/benefit'
import { offers } from '../benefit/offers'
import { decideAnew } from '../benefit/status'
import type { TaxTerms } from '../payout/payout-tax'
import { REFERRAL_GIFT, type RewardForm, rewardCost, rewardPart } from './referral-reward'

export type Choosing =
  | { kind: 'chosen'; benefit: PolicyBenefit }
  /** It is that already. */
  | { kind: 'same' }
  | { kind: 'refused'; code: 'reward-not-choosable' | 'reward-decided' }

/** “奖励审核前，推荐人可以选现金或等值礼品，可以改。” (§5.3.1) The amount, the hold and the due day stay. */
export function chooseForm(
  terms: Pick<Terms, 'referralReward'> & TaxTerms,
  before: PolicyBenefit,
  form: RewardForm,
  at: Instant,
): Choosing {
  if (terms.referralReward.form !== 'as-chosen') return { kind: 'refused', code: 'reward-not-choosable' }
  const { status, decision, amountFen, statement, dueOn } = before
  if (status.kind !== 'pending' || decision.kind !== 'granted' || amountFen === null) {
    return { kind: 'refused', code: 'reward-decided' }
  }
  if (before.form === form) return { kind: 'same' }
  const answer = give(offers['referral-reward'], {
    amountFen,
    costFen: rewardCost(terms, form, amountFen),
    facts: statement.filter(({ kind }) => kind === 'fact'),
    parts: [rewardPart(terms, form, amountFen)],
    advice: [],
    dueOn,
    giftId: form === 'gift' ? REFERRAL_GIFT : null,
    ifNothing: '按条款计算，奖励为零',
  })
  return { kind: 'chosen', benefit: decideAnew({ ...before, ...answer, form }, at) }
}
