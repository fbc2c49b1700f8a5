import type { Terms } from '#rules/campaign/terms'
import type { PolicyBenefit } from '../benefit/benefit'
import { REFERRAL_GIFT } from '../referral-reward/referral-reward'

/** What the customer takes away: a tier's gift (§5.2.3), or the one that stands for a referral reward (§5.3.1). */
export function giftNameOf(
  { gift, referralReward }: Pick<Terms, 'gift' | 'referralReward'>,
  { giftId }: Pick<PolicyBenefit, 'giftId'>,
): string {
  const name =
    giftId === REFERRAL_GIFT ? referralReward.giftName : gift.tiers.find((tier) => tier.giftId === giftId)?.name
  return name ?? '礼品'
}
