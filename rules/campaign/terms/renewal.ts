import { loyaltyGrades } from '#values/vehicle-words'
import { benefit, choice, code, count, group, list, orNone, percent, text, yuan, zhe } from './fields'

/** A premium tier includes its lower end and excludes its upper end. */
const premiumTier = (clause: string) => ({
  premiumFromFen: yuan('上年商业险保费不低于', clause, { hint: '含本数；第一档写 0' }),
  premiumBelowFen: orNone(yuan('上年商业险保费低于', clause, { hint: '不含本数；最后一档写 不限' }), '不限'),
})

/** §5.2.1 续保基准折扣，按上年出险次数调整；2 次按基准，不调整。 */
export const renewalDiscount = group('续保保费折扣', '§5.2.1', {
  ...benefit('§5.2.1'),
  baseDiscountBps: zhe('基准折扣', '§5.2.1'),
  noClaimCutBps: percent('上年未出险，在基准上再减', '§5.2.1'),
  oneClaimCutBps: percent('上年出险 1 次，在基准上减', '§5.2.1'),
  threeOrMoreClaimsRaiseBps: percent('上年出险 3 次及以上，在基准上加', '§5.2.1'),
})

/** §5.2.2 按上年保费和出险次数返还现金；出险 3 次及以上不返还。 */
export const renewalRebate = group('续保保费返还', '§5.2.2', {
  ...benefit('§5.2.2'),
  noClaimTiers: list(
    '上年未出险的返还档次',
    '§5.2.2',
    group('一档', '§5.2.2', { ...premiumTier('§5.2.2'), rateBps: percent('返还比例', '§5.2.2') }),
    { templateItems: 3, hint: '首尾相接，不重叠、不留空' },
  ),
  oneClaimRateBps: percent('上年出险 1 次的返还比例', '§5.2.2'),
  twoClaimsRateBps: percent('上年出险 2 次的返还比例', '§5.2.2'),
  paidWithinWorkingDays: count('续保后返还到账期限', '§5.2.2', '个工作日', { min: 1, max: 60 }),
})

/** §5.2.3 按保费和忠诚度等级赠送专属礼品。 */
export const gift = group('续保专属礼品', '§5.2.3', {
  ...benefit('§5.2.3'),
  tiers: list(
    '礼品档次',
    '§5.2.3',
    group('一档', '§5.2.3', {
      ...premiumTier('§5.2.3'),
      giftId: code('礼品编号', '§5.2.3', /^[a-z0-9-]{2,32}$/, '小写字母、数字和连字符'),
      name: text('礼品名称', '§5.2.3'),
      costFen: yuan('单件成本', '§5.2.3'),
      quantity: count('数量', '§5.2.3', '件', { min: 1 }),
    }),
    { templateItems: 3, hint: '首尾相接，不重叠、不留空' },
  ),
  loyaltyGrades: list(
    '忠诚度等级',
    '§5.2.3',
    group('一级', '§5.2.3', {
      name: choice('等级', '§5.2.3', loyaltyGrades),
      tiersUp: count('礼品提高', '§5.2.3', '档', { max: 5, hint: '0 表示按保费档次' }),
    }),
    { templateItems: 3, hint: '核心系统给出的等级，从低到高，每级一行' },
  ),
  handOverWithinWorkingDays: count('续保出单后备好礼品、可以领取的期限', '§5.2.3', '个工作日', { min: 1, max: 60 }),
})
