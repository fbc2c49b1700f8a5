import { drivingRegions, usageNatures, vehicleTypes } from '#values/vehicle-words'
import { calendarDay, choice, count, group, list, percent, text, yuan } from './fields'

const vehicle = {
  vehicleType: choice('车辆类型', '§5.1.1', vehicleTypes),
  usageNature: choice('使用性质', '§5.1.1', usageNatures),
}

/**
 * The insurer's rate tables for a quote (试算): commercial premium = basis premium × no-claim factor × pricing factor. The
 * compulsory premium (交强险) stands apart, is shown and never discounted.
 */
const table = group('一张费率表', '§5.1.1', {
  tableName: text('费率表名称和版本', '§5.1.1'),
  effectiveFromOn: calendarDay('生效日', '§5.1.1', '含当日，到下一张表生效前一日为止'),
  pricingFactorBps: percent('自主定价系数', '§5.1.1', { min: 1, max: 50_000, hint: '100 表示不调整' }),
  noClaimFactors: list(
    '无赔款优待系数',
    '§5.1.1',
    group('上年出险次数', '§5.1.1', {
      claimsFrom: count('出险次数不少于', '§5.1.1', '次', { max: 20 }),
      factorBps: percent('系数', '§5.1.1', { min: 1, max: 50_000, hint: '100 表示不调整' }),
    }),
    { hint: '每一行到下一行之前为止；最后一行含更多次数' },
  ),
  basePremiums: list(
    '商业险基准保费',
    '§5.1.1',
    group('一种车', '§5.1.1', {
      ...vehicle,
      drivingRegion: choice('行驶区域', '§5.1.1', drivingRegions),
      basePremiumFen: yuan('基准保费', '§5.1.1', { min: 1 }),
    }),
    { hint: '列出的每种车和使用性质，省内、境内都要写' },
  ),
  compulsoryPremiums: list(
    '交强险保费',
    '§5.1.1',
    group('一种车', '§5.1.1', { ...vehicle, premiumFen: yuan('交强险保费', '§5.1.1', { min: 1 }) }),
    { hint: '与基准保费列出的车一一对应；只展示，不打折' },
  ),
})

/** What a new customer's premium is quoted from. The core system's premium at issue is the final one. */
export const rating = group('保费试算依据', '§5.1.1', {
  tables: list('费率表', '§5.1.1', table, { hint: '按生效日从早到晚；试算用当日生效的一张，以核心系统出单保费为准' }),
})
