import { code, count, group, list, text } from './fields'

/** Who answers for the campaign: disclosed before the start (规范促销行为暂行规定). */
export const organiser = group('主办方', null, {
  name: text('主办方名称', null, '营业执照上的全称'),
  address: text('主办方地址', null),
  phone: code('咨询和投诉电话', null, /^[0-9][0-9-]{4,19}$/, '数字和连字符，例如 400-000-0000'),
  publishedAt: list('活动规则公布渠道', null, text('公布渠道', null), { hint: '规则在哪里公布，例如公众号、营业网点' }),
})

/** What is collected of a winner, why and for how long (个人信息保护法 §17; winners' records are kept at least 2 years). */
export const personalData = group('个人信息', null, {
  collected: list('收集的信息', null, text('信息项', null)),
  purpose: text('使用目的', null),
  recordsKeptYears: count('中奖记录保存年限', null, '年', { min: 2, max: 30, hint: '法定不少于 2 年' }),
  contact: text('个人信息负责人联系方式', null),
})
