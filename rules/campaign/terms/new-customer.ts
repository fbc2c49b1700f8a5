import { benefit, choice, code, count, group, list, percent, text, yuan, zhe } from './fields'

const vehicleTypes = {
  'passenger-car': '家用轿车',
  suv: '运动型多用途车',
  mpv: '多用途乘用车',
  truck: '货车',
} as const
const vehicleUses = { family: '家庭自用', corporate: '企业非营业', commercial: '营业' } as const

/** The insurer's current rate table: the commercial premium a new customer's discount applies to (never 交强险). */
const rating = group('保费测算依据', '§5.1.1', {
  tableName: text('费率表名称和版本', '§5.1.1'),
  baseRates: list(
    '基础保费和费率',
    '§5.1.1',
    group('车型与使用性质', '§5.1.1', {
      vehicleType: choice('车型', '§5.1.1', vehicleTypes),
      use: choice('使用性质', '§5.1.1', vehicleUses),
      basePremiumFen: yuan('基础保费', '§5.1.1'),
      rateBps: percent('费率', '§5.1.1', { hint: '按新车购置价的百分比' }),
    }),
  ),
  regionFactors: list(
    '行驶区域系数',
    '§5.1.1',
    group('区域', '§5.1.1', {
      region: text('行驶区域', '§5.1.1'),
      factorBps: percent('系数', '§5.1.1', { min: 1, max: 50_000, hint: '100 表示不调整' }),
    }),
  ),
  noClaimFactors: list(
    '无赔款优待系数',
    '§5.1.1',
    group('上年出险次数', '§5.1.1', {
      claimsFrom: count('出险次数不少于', '§5.1.1', '次', { max: 20 }),
      factorBps: percent('系数', '§5.1.1', { min: 1, max: 50_000, hint: '100 表示不调整' }),
    }),
    { hint: '每一行到下一行之前为止；最后一行含更多次数' },
  ),
})

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
  validMonths: count('有效期', '§5.1.3', '个月', { min: 1, max: 36 }),
  workshops: list('合作维修厂', '§5.1.3', workshop),
})
