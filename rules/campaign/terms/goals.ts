import { count, group, percent, text } from './fields'

/** §2 活动目标. */
export const goals = group('活动目标', '§2', {
  newCustomersBefore: count('基期新客户数', '§2', '人', { min: 1, hint: '上一同期的新客户数，增长率以此为准' }),
  newCustomersGrowthBps: percent('新客户增长目标', '§2', { max: 100_000 }),
  renewalRateBps: percent('续保率目标', '§2', { hint: '不低于' }),
  brand: text('品牌目标', '§2'),
})
