import { count, group, list, text } from './fields'

/** §4 活动对象. */
export const eligibility = group('活动对象', '§4', {
  newCustomer: text('新客户的认定', '§4'),
  existingCustomer: text('老客户的认定', '§4'),
  minimumAgeYears: count('参与人最低年龄', '§4', '周岁', { min: 16, max: 80 }),
  region: text('活动地区', '§4'),
  excluded: list('不得参与的人员', null, text('人员', null), { hint: '主办方、承办方员工等内部人员不得参与抽奖' }),
})
