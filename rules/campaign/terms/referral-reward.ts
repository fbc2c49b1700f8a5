import { benefit, choice, count, group, orNone, text, yuan, zhe } from './fields'

/** §5.3 推荐有礼：老客户推荐的新客户出单后，推荐人得奖励，被推荐人在新客户折扣上再享折扣。 */
export const referralReward = group('推荐有礼', '§5.3', {
  ...benefit('§5.3'),
  form: choice('奖励形式', '§5.3.1', {
    cash: '现金',
    gift: '等值礼品',
    'as-chosen': '现金或等值礼品，由推荐人选择；没有选的按现金',
  }),
  rewardFen: yuan('每推荐一位的奖励', '§5.3.1', { hint: '不超过新保单的商业险保费，超过时不给' }),
  giftName: orNone(text('等值礼品', '§5.3.1', '价值等于奖励金额；只给现金时写 无'), '无'),
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
  countedInvitation: choice('几位老客户邀请同一位新客户', '§5.3.1', {
    first: '最早的有效邀请算数，过期前别人的邀请不能替换它',
    last: '最近的有效邀请算数，后一位的邀请替换前一位的',
  }),
  invitationValidDays: count('邀请有效期', '§5.3.1', '天', { min: 1, max: 366, hint: '从打开邀请当日算起，含当日' }),
  invitationsPerReferrerPerDay: orNone(count('每位推荐人每天的邀请上限', '§5.3.1', '人', { min: 1 }), '不限'),
  rewardsPerReferrer: orNone(count('每位推荐人奖励次数上限', '§5.3.1', '次', { min: 1 }), '不限'),
  holdDays: count('出单后多少天开始审核奖励', '§5.3.2', '天', {
    max: 90,
    hint: '这些天里退保的不给奖励；写 0 当天审核',
  }),
  paidWithinWorkingDays: count('出单后奖励到账期限', '§5.3.2', '个工作日', { min: 1, max: 60 }),
})
