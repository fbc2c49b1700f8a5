import type { Bps } from '#values/money'
import { percentText } from '../figures'
import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

/** §5.2 Who had more claims never pays less and never gets more back. */
export function checkRenewal(draft: NonNullable<TermsDraft>, report: Report): void {
  checkDiscount(draft, report)
  checkRebate(draft, report)
  checkGrades(draft, report)
}

function checkDiscount({ renewalDiscount }: NonNullable<TermsDraft>, report: Report): void {
  const { baseDiscountBps, noClaimCutBps, oneClaimCutBps, threeOrMoreClaimsRaiseBps } = renewalDiscount ?? {}
  if (noClaimCutBps !== undefined && oneClaimCutBps !== undefined && oneClaimCutBps > noClaimCutBps) {
    report(
      ['renewalDiscount', 'oneClaimCutBps'],
      `出险 1 次减 ${percentText(oneClaimCutBps)}，反而多于未出险的 ${percentText(noClaimCutBps)}`,
      '出险 1 次的减幅不能高于未出险',
    )
  }
  if (baseDiscountBps === undefined || threeOrMoreClaimsRaiseBps === undefined) return
  // Basis points of basis points: compared with the full price squared, so nothing is rounded.
  if (baseDiscountBps * (10_000 + threeOrMoreClaimsRaiseBps) > 10_000 * 10_000) {
    report(
      ['renewalDiscount', 'threeOrMoreClaimsRaiseBps'],
      `基准上加 ${percentText(threeOrMoreClaimsRaiseBps)} 后高于原价，已经不是优惠`,
      '调低加幅，使结果不超过原价',
    )
  }
}

function checkRebate({ renewalRebate }: NonNullable<TermsDraft>, report: Report): void {
  const { noClaimTiers, oneClaimRateBps, twoClaimsRateBps } = renewalRebate ?? {}
  const rates = noClaimTiers?.flatMap((tier) => (tier?.rateBps === undefined ? [] : [tier.rateBps])) ?? []
  const lowest: Bps | undefined = rates.reduce<Bps | undefined>(
    (low, rate) => (low === undefined || rate < low ? rate : low),
    undefined,
  )
  if (oneClaimRateBps !== undefined && lowest !== undefined && oneClaimRateBps > lowest) {
    report(
      ['renewalRebate', 'oneClaimRateBps'],
      `出险 1 次返还 ${percentText(oneClaimRateBps)}，高于未出险最低档的 ${percentText(lowest)}`,
      '出险 1 次的返还比例不能高于未出险的任何一档',
    )
  }
  if (twoClaimsRateBps !== undefined && oneClaimRateBps !== undefined && twoClaimsRateBps > oneClaimRateBps) {
    report(
      ['renewalRebate', 'twoClaimsRateBps'],
      `出险 2 次返还 ${percentText(twoClaimsRateBps)}，高于出险 1 次的 ${percentText(oneClaimRateBps)}`,
      '出险 2 次的返还比例不能高于出险 1 次',
    )
  }
}

function checkGrades({ gift }: NonNullable<TermsDraft>, report: Report): void {
  const highest = (gift?.tiers?.length ?? 1) - 1
  let before = 0
  for (const [index, grade] of (gift?.loyaltyGrades ?? []).entries()) {
    if (grade?.tiersUp === undefined) continue
    const path = ['gift', 'loyaltyGrades', index, 'tiersUp']
    if (gift?.tiers && grade.tiersUp > highest) {
      report(path, `礼品提高 ${grade.tiersUp} 档，但一共只有 ${highest + 1} 档`, `最多写 ${highest}`)
    }
    if (grade.tiersUp < before) report(path, '忠诚度等级更高，礼品反而提高得更少', '不低于上一级')
    before = grade.tiersUp
  }
}
