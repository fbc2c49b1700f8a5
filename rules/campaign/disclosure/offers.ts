import { formatYuan } from '#values/money'
import { limitText, percentText, zheText } from '../figures'
import type { Terms } from '../terms'
import { type DisclosureSection, section } from './section'

/** §5.1 to §5.3: the offers beside the draw. One that is not enabled is not mentioned. */
export function offerSections(terms: Terms): DisclosureSection[] {
  return [newCustomerSection(terms), renewalSection(terms), giftSection(terms), referralSection(terms)].filter(
    (part) => part.paragraphs.length > 0,
  )
}

const when = (enabled: boolean, sentence: string): string | null => (enabled ? sentence : null)

function newCustomerSection({ newCustomerDiscount, firstYearRebate, servicePack }: Terms): DisclosureSection {
  return section('new-customer', '新客户专享', '§5.1', [
    when(
      newCustomerDiscount.enabled,
      `投保成功，商业险保费享 ${zheText(newCustomerDiscount.discountBps)}；交强险不打折。`,
    ),
    when(
      firstYearRebate.enabled,
      `活动期间没有出险且次年续保，返还首年商业险保费的 ${percentText(firstYearRebate.rateBps)}，抵扣次年保费，不付现金。`,
    ),
    when(
      servicePack.enabled,
      `赠价值 ${formatYuan(servicePack.valueFen)} 的服务礼包，${servicePack.validMonths} 个月内有效：` +
        `${servicePack.roadsideServices.join('、')}不限次；安全检测 ${servicePack.inspections} 次（${servicePack.inspectionItems.join('、')}）；` +
        `合作维修厂工时 ${zheText(servicePack.labourDiscountBps)}、配件 ${zheText(servicePack.partsDiscountBps)}。`,
    ),
  ])
}

function renewalSection({ renewalDiscount, renewalRebate }: Terms): DisclosureSection {
  const tiers = renewalRebate.noClaimTiers.map(
    (tier) => `${tierText(tier.premiumFromFen, tier.premiumBelowFen)}，返还 ${percentText(tier.rateBps)}`,
  )
  return section('renewal', '老客户续保', '§5.2', [
    when(
      renewalDiscount.enabled,
      `续保商业险基准 ${zheText(renewalDiscount.baseDiscountBps)}：上年未出险再减 ${percentText(renewalDiscount.noClaimCutBps)}，` +
        `出险 1 次减 ${percentText(renewalDiscount.oneClaimCutBps)}，2 次按基准，` +
        `3 次及以上在基准上加 ${percentText(renewalDiscount.threeOrMoreClaimsRaiseBps)}。`,
    ),
    when(
      renewalRebate.enabled,
      `续保后按上年商业险保费返还现金。上年未出险：${tiers.join('；')}。` +
        `出险 1 次返还 ${percentText(renewalRebate.oneClaimRateBps)}，2 次返还 ${percentText(renewalRebate.twoClaimsRateBps)}，3 次及以上不返还。`,
    ),
    when(renewalRebate.enabled, `返还在续保后 ${renewalRebate.paidWithinWorkingDays} 个工作日内付到您填写的银行账户。`),
  ])
}

function giftSection({ gift }: Terms): DisclosureSection {
  const lifted = gift.loyaltyGrades.filter((grade) => grade.tiersUp > 0)
  const lifts = lifted.map((grade) => `${grade.name}（连续投保满 ${grade.yearsFrom} 年）提高 ${grade.tiersUp} 档`)
  if (!gift.enabled) return section('gift', '续保礼品', '§5.2.3', [])
  return section(
    'gift',
    '续保礼品',
    '§5.2.3',
    ['续保后按上年商业险保费赠一件礼品，送完即止。', lifts.length === 0 ? null : `${lifts.join('；')}，最高到末档。`],
    {
      head: ['上年商业险保费', '礼品', '数量'],
      rows: gift.tiers.map((tier) => [
        tierText(tier.premiumFromFen, tier.premiumBelowFen),
        tier.name,
        limitText(tier.quantity, '件'),
      ]),
    },
  )
}

function referralSection({ referralReward }: Terms): DisclosureSection {
  const form = referralReward.form === 'cash' ? '现金' : '的等值礼品'
  return section('referral', '推荐有礼', '§5.3', [
    when(
      referralReward.enabled,
      `推荐的新客户出单后，推荐人得 ${formatYuan(referralReward.rewardFen)} ${form}，` +
        `在出单后 ${referralReward.paidWithinWorkingDays} 个工作日内到账；每位推荐人奖励次数：${limitText(referralReward.rewardsPerReferrer, '次')}。`,
    ),
    when(referralReward.enabled, `被推荐的新客户在新客户折扣之上再享 ${zheText(referralReward.inviteeDiscountBps)}。`),
  ])
}

function tierText(from: Parameters<typeof formatYuan>[0], below: Parameters<typeof formatYuan>[0] | null): string {
  if (below === null) return `${formatYuan(from)} 及以上`
  return from === 0 ? `不满 ${formatYuan(below)}` : `${formatYuan(from)} 及以上、不满 ${formatYuan(below)}`
}
