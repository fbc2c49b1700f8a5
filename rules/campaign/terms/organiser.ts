import { choice, code, count, group, list, text } from './fields'

/** Who answers for the campaign: disclosed before the start (规范促销行为暂行规定). */
export const organiser = group('主办方', null, {
  name: text('主办方名称', null, '营业执照上的全称'),
  address: text('主办方地址', null),
  phone: code('咨询和投诉电话', null, /^[0-9][0-9-]{4,19}$/, '数字和连字符，例如 400-000-0000'),
  publishedAt: list('活动规则公布渠道', null, text('公布渠道', null), { hint: '规则在哪里公布，例如公众号、营业网点' }),
})

/** What a customer's copy of the data and a request for deletion tell apart. */
export const personalDataKinds = {
  policy: '保单',
  phone: '手机号',
  'id-number': '证件号',
  plate: '车牌号和车架号',
  'bank-account': '银行账户',
  'prize-collection': '领奖信息',
} as const

/** What is collected, why and for how long (个人信息保护法 §17, §19; winners' records are kept at least 2 years). */
export const personalData = group('个人信息', null, {
  collected: list('收集的信息', null, text('信息项', null)),
  purpose: text('使用目的', null),
  kept: list(
    '各类信息的保存',
    null,
    group('一类', null, {
      kind: choice('哪一类', null, personalDataKinds),
      years: count('保存年限', null, '年', { min: 1, max: 30, hint: '活动结束或保单终止起' }),
      reason: text('为什么要保存', null),
    }),
    { templateItems: 6, hint: '每一类写一行；客户要求删除时，按这里说明哪些必须保留' },
  ),
  recordsKeptYears: count('中奖记录保存年限', null, '年', { min: 2, max: 30, hint: '法定不少于 2 年' }),
  contact: text('个人信息负责人联系方式', null),
})
