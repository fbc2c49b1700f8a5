import { formatYuan } from '#values/money'
import { limitText, percentText, referralRewardText, zheText } from '../figures'
import type { Terms } from '../terms'
import { type DisclosureSection, section } from './section'

/** §5.1 to §5.3: the offers beside the draw. One that is not enabled is not mentioned. */
export function offerSections(terms: Terms): DisclosureSection[] {
  const offers = [newCustomerSection(terms), renewalSection(terms), giftSection(terms), referralSection(terms)].filter(
    (part) => part.paragraphs.length > 0,
  )
  return offers.length === 0 ? [] : [...offers, limitsSection(terms)]
}

const roundingUnits = { fen: '分', jiao: '角', yuan: '元' } as const
const stackingWords = { multiply: '折上折，两个折扣相乘', subtract: '两项折扣各减各的' } as const

const when = (enabled: boolean, sentence: string): string | null => (enabled ? sentence : null)

/** What holds for each of the offers: limits, rounding, what happens when a policy is cancelled. */
function limitsSection({ offerLimits, rounding }: Terms): DisclosureSection {
  const { vehiclesPerCustomer, totalPerCustomerFen, policiesPerVehicle } = offerLimits
  return section('limits', '优惠的计算和上限', '§5', [
    '优惠只按商业险保费计算；交强险不打折、不返还。',
    `每项金额只在最后一步${rounding.direction === 'down' ? '舍去' : '四舍五入'}到${roundingUnits[rounding.unit]}，每一步怎样算，都写在优惠明细里。`,
    `每位投保人享受优惠的车辆：${limitText(vehiclesPerCustomer, '辆')}；每辆车享受优惠的保单：${policiesPerVehicle} 张；` +
      `每位投保人优惠合计：${totalPerCustomerFen === null ? '不限' : `最多 ${formatYuan(totalPerCustomerFen)}`}。`,
    '上年出险次数或上年保费还没有核实的，先不给出金额，核实后再定。',
    '退保后，这张保单的优惠随之收回；还没有给付的不再给付。',
  ])
}

function newCustomerSection({ newCustomerDiscount, firstYearRebate, servicePack }: Terms): DisclosureSection {
  return section('new-customer', '新客户专享', '§5.1', [
    when(
      newCustomerDiscount.enabled,
      `投保成功，商业险保费享 ${zheText(newCustomerDiscount.discountBps)}；交强险不打折。`,
    ),
    when(newCustomerDiscount.enabled, '页面上的保费试算仅供参考，以出单时核心系统的保费为准。'),
    when(
      firstYearRebate.enabled,
      `${firstYearRebate.claimFree === 'first-year' ? '首年保险期间' : '活动期间'}没有出险且次年续保，返还首年商业险保费的 ${percentText(firstYearRebate.rateBps)}，抵扣次年商业险保费，不付现金。` +
        `${renewInTime(firstYearRebate.renewWithinDays)}，逾期返还失效。`,
    ),
    when(
      servicePack.enabled,
      `赠价值 ${formatYuan(servicePack.valueFen)} 的服务礼包，${servicePack.validMonths} 个月内有效：` +
        `${servicePack.roadsideServices.join('、')}不限次；安全检测 ${servicePack.inspections} 次（${servicePack.inspectionItems.join('、')}）；` +
        `合作维修厂工时 ${zheText(servicePack.labourDiscountBps)}、配件 ${zheText(servicePack.partsDiscountBps)}，各可用：${limitText(servicePack.couponUses, '次')}。`,
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
    when(renewalRebate.enabled, `返还在续保后 ${renewalRebate.paidWithinWorkingDays} 个工作日内付到您本人的收款账户。`),
  ])
}

const renewInTime = (days: number): string =>
  days === 0 ? '次年保单须与首年保单首尾相接' : `次年保单最迟在首年保单到期后 ${days} 天内起保`

function giftSection({ gift }: Terms): DisclosureSection {
  const lifted = gift.loyaltyGrades.filter((grade) => grade.tiersUp > 0)
  const lifts = lifted.map((grade) => `${grade.name}客户提高 ${grade.tiersUp} 档`)
  if (!gift.enabled) return section('gift', '续保礼品', '§5.2.3', [])
  return section(
    'gift',
    '续保礼品',
    '§5.2.3',
    [
      '续保后按上年商业险保费赠一件礼品，送完即止。',
      lifts.length === 0 ? null : `${lifts.join('；')}，最高到末档。`,
      `审核通过后到保单所属网点领取，在出单后 ${gift.handOverWithinWorkingDays} 个工作日内备好。`,
    ],
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

const mostText = (most: string, limit: number | null, unit: string, unlimited: string): string =>
  limit === null ? unlimited : `${most} ${limit} ${unit}`

export function referralSection({ referralReward: referral }: Terms): DisclosureSection {
  if (!referral.enabled) return section('referral', '推荐有礼', '§5.3', [])
  return section('referral', '推荐有礼', '§5.3', [
    '本人保单有效的老客户可以推荐。推荐只有一级：被推荐的客户再推荐别人，奖励归他本人，与您无关。',
    `推荐的新客户出单后，推荐人得 ${referralRewardText(referral)}，` +
      `在出单后 ${referral.paidWithinWorkingDays} 个工作日内到账；每位推荐人${mostText('最多奖励', referral.rewardsPerReferrer, '次', '奖励次数不限')}。`,
    `每张新保单只奖励一次，奖励不超过它的商业险保费；${holdText(referral.holdDays)}，退保的不给奖励，已给的收回。`,
    `被推荐的新客户在新客户折扣之上再享 ${zheText(referral.inviteeDiscountBps)}，${stackingWords[referral.stacking]}。`,
    `被推荐人打开邀请并验证手机号，用这个手机号投保才算数；邀请 ${referral.invitationValidDays} 天内有效，${countedWords[referral.countedInvitation]}。` +
      `每位推荐人每天${mostText('最多邀请', referral.invitationsPerReferrerPerDay, '人', '邀请人数不限')}。`,
    '本人、同一证件、同一手机号、同一辆车、同一收款账户的，以及已经是本公司客户的，不算推荐。',
    '异常的推荐由人工核查，核查期间奖励暂不发放，结果会告诉您。',
  ])
}

const countedWords = {
  first: '几位老客户邀请同一位的，最早的有效邀请算数',
  last: '几位老客户邀请同一位的，最近的有效邀请算数',
} as const

const holdText = (days: number): string => (days === 0 ? '出单当天开始审核' : `出单 ${days} 天后开始审核`)

function tierText(from: Parameters<typeof formatYuan>[0], below: Parameters<typeof formatYuan>[0] | null): string {
  if (below === null) return `${formatYuan(from)} 及以上`
  return from === 0 ? `不满 ${formatYuan(below)}` : `${formatYuan(from)} 及以上、不满 ${formatYuan(below)}`
}
