import type { PolicyBenefit, PolicyRule } from './benefit'

/** What is the same for every answer of one rule. */
export type Offer = Pick<PolicyBenefit, 'rule' | 'clause' | 'budgetLine' | 'form'> & {
  /** As customers read it. */
  title: string
}

/** The offers of §5.1 to §5.3, in the order of the plan. */
export const offers: { readonly [Rule in PolicyRule]: Offer & { rule: Rule } } = {
  'new-customer-discount': {
    rule: 'new-customer-discount',
    title: '新客户保费折扣',
    clause: '§5.1.1',
    budgetLine: 'premium-discounts',
    form: 'discount',
  },
  'first-year-rebate': {
    rule: 'first-year-rebate',
    title: '首年保费返还',
    clause: '§5.1.2',
    budgetLine: 'premium-rebates',
    form: 'set-off',
  },
  'service-pack': {
    rule: 'service-pack',
    title: '增值服务礼包',
    clause: '§5.1.3',
    budgetLine: 'service-packs',
    form: 'service',
  },
  'renewal-discount': {
    rule: 'renewal-discount',
    title: '续保保费折扣',
    clause: '§5.2.1',
    budgetLine: 'premium-discounts',
    form: 'discount',
  },
  'renewal-rebate': {
    rule: 'renewal-rebate',
    title: '续保保费返还',
    clause: '§5.2.2',
    budgetLine: 'premium-rebates',
    form: 'cash',
  },
  gift: { rule: 'gift', title: '续保专属礼品', clause: '§5.2.3', budgetLine: 'gifts', form: 'gift' },
  'referral-reward': {
    rule: 'referral-reward',
    title: '推荐奖励',
    clause: '§5.3.1',
    budgetLine: 'referral-rewards',
    form: 'cash',
  },
}
