import { group, yuan } from './fields'

/** §8 活动预算: nine lines and their total, as planned. The actual figures come from the ledger of benefits. */
export const budget = group('活动预算', '§8', {
  premiumDiscountsFen: yuan('保费折扣', '§8'),
  premiumRebatesFen: yuan('保费返还', '§8'),
  servicePacksFen: yuan('增值服务礼包', '§8'),
  giftsFen: yuan('专属礼品', '§8'),
  referralRewardsFen: yuan('推荐奖励', '§8'),
  prizesFen: yuan('抽奖奖品和平台', '§8'),
  promotionFen: yuan('宣传推广', '§8'),
  staffFen: yuan('人员（培训、加班）', '§8'),
  otherFen: yuan('其他（系统维护、不可预见）', '§8'),
  totalFen: yuan('合计', '§8', { hint: '必须等于以上九项之和' }),
})
