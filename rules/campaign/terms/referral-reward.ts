import { benefit, choice, count, group, orNone, yuan, zhe } from './fields'

/** §5.3 推荐有礼：老客户推荐的新客户出单后，推荐人得奖励，被推荐人在新客户折扣上再享折扣。 */
export const referralReward = group('推荐有礼', '§5.3', {
  ...benefit('§5.3'),
  form: choice('奖励形式', '§5.3.1', { cash: '现金', gift: '等值礼品' }),
  rewardFen: yuan('每推荐一位的奖励', '§5.3.1'),
  inviteeDiscountBps: zhe('被推荐人的另一项折扣', '§5.3.1', { hint: '与新客户折扣一起用' }),
  stacking: choice('两项折扣怎样一起用', '§5.3.1', {
    multiply: '折上折：两个折扣相乘，例如 9.5 折再 9.8 折是 9.31 折',
    subtract: '折扣点相减：各减各的，例如减 5% 再减 2%，是 9.3 折',
  }),
  stackingOrder: choice(
    '先用哪一项',
    '§5.3.1',
    {
      'new-customer-first': '先新客户折扣，后推荐折扣',
      'invitee-first': '先推荐折扣，后新客户折扣',
    },
    '只影响明细的次序，金额最后一次取整，结果相同',
  ),
  rewardsPerReferrer: orNone(count('每位推荐人奖励次数上限', '§5.3.1', '次', { min: 1 }), '不限'),
  paidWithinWorkingDays: count('出单后奖励到账期限', '§5.3.2', '个工作日', { min: 1, max: 60 }),
})
