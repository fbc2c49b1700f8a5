import { benefit, choice, count, group, orNone, yuan, zhe } from './fields'

/** §5.3 推荐有礼：老客户推荐的新客户出单后，推荐人得奖励，被推荐人在新客户折扣上再享折扣。 */
export const referralReward = group('推荐有礼', '§5.3', {
  ...benefit('§5.3'),
  form: choice('奖励形式', '§5.3.1', { cash: '现金', gift: '等值礼品' }),
  rewardFen: yuan('每推荐一位的奖励', '§5.3.1'),
  inviteeDiscountBps: zhe('被推荐人折上折', '§5.3.1', { hint: '在新客户折扣之上再乘' }),
  rewardsPerReferrer: orNone(count('每位推荐人奖励次数上限', '§5.3.1', '次', { min: 1 }), '不限'),
  paidWithinWorkingDays: count('出单后奖励到账期限', '§5.3.2', '个工作日', { min: 1, max: 60 }),
})
