import { formatYuan } from '#values/money'
import type { PolicyRule } from '../benefit/benefit'
import { offers } from '../benefit/offers'
import { limitText, percentText, zheText } from './figures'
import type { Terms } from './terms'

/** One offer as everybody may read it: what it is and, beside it, what limits it. */
export interface PublishedOffer {
  rule: PolicyRule
  clause: string
  title: string
  /** The figure that matters. */
  figure: string
  sentence: string
  limits: string[]
}

const NEVER_COMPULSORY = '只按商业险保费计算，交强险不打折'

const published = (rule: PolicyRule, what: Pick<PublishedOffer, 'figure' | 'sentence' | 'limits'>): PublishedOffer => {
  const { clause, title } = offers[rule]
  return { rule, clause, title, ...what }
}

/** §5.1 What joining gives. An offer that is not enabled is not mentioned. */
export function newCustomerOffers(terms: Terms): PublishedOffer[] {
  const { newCustomerDiscount: discount, firstYearRebate: rebate, servicePack: pack, eligibility } = terms
  const isNew = `新客户：${eligibility.newCustomerLapsedMonths} 个月内，这辆车和投保人都没有本公司的保单`
  return [
    ...(discount.enabled
      ? [
          published('new-customer-discount', {
            figure: zheText(discount.discountBps),
            sentence: `投保成功，商业险保费享 ${zheText(discount.discountBps)}。`,
            limits: [isNew, NEVER_COMPULSORY, ...commonLimits(terms)],
          }),
        ]
      : []),
    ...(rebate.enabled
      ? [
          published('first-year-rebate', {
            figure: percentText(rebate.rateBps),
            sentence:
              `${rebate.claimFree === 'first-year' ? '首年保险期间' : '活动期间'}没有出险且次年续保，` +
              `首年商业险保费的 ${percentText(rebate.rateBps)} 抵扣次年保费。`,
            limits: [isNew, '只抵扣次年商业险保费，不付现金', inTimeText(rebate.renewWithinDays)],
          }),
        ]
      : []),
    ...(pack.enabled
      ? [
          published('service-pack', {
            figure: formatYuan(pack.valueFen),
            sentence:
              `${pack.roadsideServices.join('、')}全年不限次，安全检测 ${pack.inspections} 次，` +
              `合作维修厂工时 ${zheText(pack.labourDiscountBps)}、配件 ${zheText(pack.partsDiscountBps)}。`,
            limits: [isNew, `${pack.validMonths} 个月内有效`, '在营业网点和合作维修厂使用，不折现'],
          }),
        ]
      : []),
  ]
}

/** §5.2 What renewing gives. */
export function renewalOffers(terms: Terms): PublishedOffer[] {
  const { renewalDiscount: discount, renewalRebate: rebate, gift } = terms
  const renews = '保单在活动期间到期，并在活动期间续保'
  const best = rebate.noClaimTiers.map(({ rateBps }) => rateBps).sort((a, b) => b - a)[0]
  const raised = gift.loyaltyGrades.filter(({ tiersUp }) => tiersUp > 0)
  return [
    ...(discount.enabled
      ? [
          published('renewal-discount', {
            figure: `基准 ${zheText(discount.baseDiscountBps)}`,
            sentence:
              `上年未出险再减 ${percentText(discount.noClaimCutBps)}，出险 1 次减 ${percentText(discount.oneClaimCutBps)}，` +
              `2 次按基准，3 次及以上加 ${percentText(discount.threeOrMoreClaimsRaiseBps)}。`,
            limits: [renews, NEVER_COMPULSORY, ...commonLimits(terms)],
          }),
        ]
      : []),
    ...(rebate.enabled && best !== undefined
      ? [
          published('renewal-rebate', {
            figure: `最高 ${percentText(best)}`,
            sentence: `续保后按上年商业险保费返还现金，${rebate.paidWithinWorkingDays} 个工作日内到账。`,
            limits: [
              renews,
              `出险 1 次返还 ${percentText(rebate.oneClaimRateBps)}，2 次返还 ${percentText(rebate.twoClaimsRateBps)}，3 次及以上不返还`,
              '付到投保人本人的收款账户',
            ],
          }),
        ]
      : []),
    ...(gift.enabled
      ? [
          published('gift', {
            figure: '1 件礼品',
            sentence: `按上年商业险保费赠：${gift.tiers.map(({ name }) => name).join('、')}。`,
            limits: [
              renews,
              '送完即止',
              `出单后 ${gift.handOverWithinWorkingDays} 个工作日内备好，到网点领取`,
              ...raised.map(({ name, tiersUp }) => `${name}客户提高 ${tiersUp} 档`),
            ],
          }),
        ]
      : []),
  ]
}

const inTimeText = (days: number): string =>
  days === 0 ? '次年保单须与首年保单首尾相接' : `次年保单最迟在首年保单到期后 ${days} 天内起保`

function commonLimits({ offerLimits }: Terms): string[] {
  const { vehiclesPerCustomer, policiesPerVehicle, totalPerCustomerFen } = offerLimits
  return [
    `每位投保人享受优惠的车辆：${limitText(vehiclesPerCustomer, '辆')}；每辆车 ${policiesPerVehicle} 张保单`,
    ...(totalPerCustomerFen === null ? [] : [`每位投保人优惠合计最多 ${formatYuan(totalPerCustomerFen)}`]),
  ]
}
