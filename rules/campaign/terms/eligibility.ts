import { count, group, list, text } from './fields'

/** §4 活动对象. */
export const eligibility = group('活动对象', '§4', {
  newCustomerLapsedMonths: count('新客户须满几个月没有本公司保单', '§4', '个月', {
    min: 1,
    max: 60,
    hint: '投保前这么多个月内，这辆车和这位投保人都没有在保的本公司车险保单，才算新客户',
  }),
  existingCustomer: text('老客户的认定', '§4'),
  minimumAgeYears: count('参与人最低年龄', '§4', '周岁', { min: 16, max: 80 }),
  region: text('活动地区', '§4'),
  excluded: list('不得参与的人员', null, text('人员', null), { hint: '主办方、承办方员工等内部人员不得参与抽奖' }),
})
