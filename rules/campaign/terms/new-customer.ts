import { benefit, choice, code, count, group, list, orNone, percent, text, yuan, zhe } from './fields'
import { rating } from './rating'

/** §5.1.1 新客户投保成功，商业险保费享折扣。 */
export const newCustomerDiscount = group('新客户保费折扣', '§5.1.1', {
  ...benefit('§5.1.1'),
  discountBps: zhe('保费折扣', '§5.1.1', { hint: '例如 9.5' }),
  rating,
})

/** §5.1.2 首年未出险且次年续保，返还首年保费的一部分，抵扣次年保费。 */
export const firstYearRebate = group('首年保费返还', '§5.1.2', {
  ...benefit('§5.1.2'),
  rateBps: percent('返还比例', '§5.1.2', { hint: '首年商业险保费的百分比，只抵扣次年保费，不付现金' }),
  claimFree: choice('多长时间不出险', '§5.1.2', {
    'campaign-period': '首年保单起保后，到活动结束；核心系统还不单独告知，目前不能开放',
    'first-year': '首年保单的整个保险期间',
  }),
  renewWithinDays: count('次年续保最多可间隔', '§5.1.2', '天', {
    max: 90,
    hint: '首年止期到次年起期之间没有保单的天数；0 表示不得脱保。过了这个期限，返还失效',
  }),
})

const workshop = group('合作维修厂', '§5.1.3', {
  workshopId: code('维修厂编号', '§5.1.3', /^[a-z0-9-]{2,24}$/, '小写字母、数字和连字符'),
  name: text('名称', '§5.1.3'),
  address: text('地址', '§5.1.3'),
})

/** §5.1.3 增值服务礼包。 */
export const servicePack = group('增值服务礼包', '§5.1.3', {
  ...benefit('§5.1.3'),
  valueFen: yuan('礼包价值', '§5.1.3'),
  roadsideServices: list('道路救援项目', '§5.1.3', text('项目', '§5.1.3'), {
    hint: '全年不限次数，例如拖车、搭电、换胎',
  }),
  inspections: count('车辆安全检测次数', '§5.1.3', '次', { min: 1, max: 12 }),
  inspectionItems: list('检测项目', '§5.1.3', text('项目', '§5.1.3'), { hint: '例如制动、轮胎、灯光' }),
  labourDiscountBps: zhe('维修工时折扣', '§5.1.3'),
  partsDiscountBps: zhe('维修配件折扣', '§5.1.3'),
  couponUses: orNone(count('工时券、配件券各可用', '§5.1.3', '次', { min: 1, max: 50 }), '不限'),
  validMonths: count('有效期', '§5.1.3', '个月', { min: 1, max: 36 }),
  workshops: list('合作维修厂', '§5.1.3', workshop),
})
