import { count, group } from './fields'

const points = (label: string, hint?: string) => count(label, '§10', '分', { max: 100, ...(hint ? { hint } : {}) })

/** §10 风险评分：达到分数的奖励和奖品转人工核查，写明原因；评分从不自动拒绝任何人。 */
export const risk = group('风险评分', '§10', {
  reviewFromScore: count('达到多少分转人工核查', '§10', '分', { min: 1, max: 100 }),
  withinHours: count('多少小时内算短时间', '§10', '小时', { min: 1, max: 720 }),
  manyInvitations: count('短时间内被推荐人达到', '§10', '人', { min: 2 }),
  samePhonePrefix: count('被推荐人手机号前 7 位相同达到', '§10', '人', { min: 2 }),
  sameAddress: count('被推荐人网络地址相同达到', '§10', '人', {
    min: 2,
    hint: '同一家庭、同一单位也会相同，分值宜低',
  }),
  points: group(
    '每项原因的分值',
    '§10',
    {
      manyInvitations: points('短时间内邀请很多人'),
      samePhonePrefix: points('手机号前 7 位相同'),
      sameAddress: points('网络地址相同'),
      sharedBankAccount: points('收款账户也是别的投保人的'),
      ring: points('互相推荐，或推荐绕成一圈'),
      perWechatRank: points('微信风险等级，每级', '微信给出 0 到 4 级'),
      unknownWechatRank: points('微信风险等级没有查到', '没有查到不等于没有风险'),
    },
    '合计最多按 100 分',
  ),
})
