import { limitText, zheText } from '#rules/campaign/figures'
import type { Terms } from '#rules/campaign/terms'
import { addDays, addMonths, type Day, formatDay } from '#values/days'
import { give, giveNothing, notOpen, type RuleAnswer } from '../benefit/answer'
import { offers } from '../benefit/offers'
import { advice, fact, part } from '../benefit/statement'
import type { CustomerStanding } from '../new-customer-discount/new-customer'

const offer = offers['service-pack']

export interface ServicePackFacts {
  standing: CustomerStanding
  /** The pack can be used from the first day of cover. */
  coverStartsOn: Day
}

export type VoucherKind = 'roadside' | 'inspection' | 'labour-coupon' | 'parts-coupon'

/** One voucher of a pack as it is granted. */
export interface VoucherGrant {
  kind: VoucherKind
  title: string
  detail: string
  /** What can be redeemed with it; one of them each time. */
  items: string[]
  /** How often; null without limit. */
  uses: number | null
  validFromOn: Day
  /** The last day is in. */
  validUntilOn: Day
}

type PackTerms = Pick<Terms, 'servicePack'>

/** “新客户送增值服务礼包：道路救援不限次，安全检测，合作维修厂工时、配件打折。” (§5.1.3) */
export function decideServicePack(terms: PackTerms, { standing, coverStartsOn }: ServicePackFacts): RuleAnswer {
  const { enabled, valueFen, validMonths } = terms.servicePack
  if (!enabled) return notOpen(offer)
  if (standing.kind === 'existing') return giveNothing(offer, standing.why, [], [advice(standing.advice, '§4')])
  const validUntilOn = lastValidOn(terms, coverStartsOn)
  return give(offer, {
    amountFen: valueFen,
    facts: vouchersOf(terms, coverStartsOn).map(({ title, uses, detail }) =>
      fact(title, limitText(uses, '次'), offer.clause, detail),
    ),
    parts: [part('礼包价值', valueFen, offer.clause, '以上服务合计，不折现')],
    note: `${formatDay(coverStartsOn, true)}至 ${formatDay(validUntilOn, true)}（含当日）有效，共 ${validMonths} 个月`,
    advice: [],
    expiresOn: validUntilOn,
    ifNothing: '礼包没有价值',
  })
}

/** The vouchers of one pack, in the order in which they are shown. They begin with the cover. */
export function vouchersOf(terms: PackTerms, coverStartsOn: Day): VoucherGrant[] {
  const { roadsideServices, inspections, inspectionItems, couponUses, ...pack } = terms.servicePack
  const validity = { validFromOn: coverStartsOn, validUntilOn: lastValidOn(terms, coverStartsOn) }
  const coupon = (kind: VoucherKind, what: string, zhe: string): VoucherGrant => ({
    kind,
    title: `${what}券 ${zhe}`,
    detail: `在合作维修厂维修，${what}费用享 ${zhe}`,
    items: [`维修${what}`],
    uses: couponUses,
    ...validity,
  })
  return [
    {
      kind: 'roadside',
      title: '道路救援',
      detail: `${roadsideServices.join('、')}，有效期内不限次数`,
      items: [...roadsideServices],
      uses: null,
      ...validity,
    },
    {
      kind: 'inspection',
      title: '车辆安全检测',
      detail: `检测${inspectionItems.join('、')}`,
      items: ['安全检测'],
      uses: inspections,
      ...validity,
    },
    coupon('labour-coupon', '工时', zheText(pack.labourDiscountBps)),
    coupon('parts-coupon', '配件', zheText(pack.partsDiscountBps)),
  ]
}

/** From the first day of cover, so many whole months. */
const lastValidOn = ({ servicePack }: PackTerms, coverStartsOn: Day): Day =>
  addDays(addMonths(coverStartsOn, servicePack.validMonths), -1)
