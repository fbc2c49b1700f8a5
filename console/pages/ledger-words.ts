import type { LedgerItem } from '#contract/benefits'
import type { readBudget } from '#contract/budget'
import type { OutputOf } from '#contract/operation'
import type { WorkList } from '#contract/overview'
import type { StateShown } from '../components/StateTag'

/** What each work list is called, and who acts next. */
export const workLists: Readonly<Record<WorkList, { name: string; who: string }>> = {
  'to-verify': { name: '待核实', who: '缺核心系统的资料，由网点催报；报来后自动计算' },
  review: { name: '待审核', who: '由审核人员通过或驳回' },
  payout: { name: '待打款', who: '由财务放入打款批次' },
  'hand-over': { name: '待发放', who: '由网点或仓库发放' },
  customer: { name: '等客户补充', who: '领奖信息或收款账户' },
  hold: { name: '观察期', who: '期满后自动进入审核' },
}

export const ruleNames: Readonly<Record<LedgerItem['rule'], string>> = {
  'new-customer-discount': '新客户保费折扣',
  'first-year-rebate': '首年保费返还',
  'service-pack': '增值服务礼包',
  'renewal-discount': '续保保费折扣',
  'renewal-rebate': '续保保费返还',
  gift: '续保专属礼品',
  'referral-reward': '推荐奖励',
  'prize-draw': '抽奖奖品',
}

/** The plan's nine lines of the budget (§8). The ledger charges the first six. */
export const lineNames: Readonly<Record<OutputOf<typeof readBudget>['lines'][number]['line'], string>> = {
  'premium-discounts': '保费折扣',
  'premium-rebates': '保费返还',
  'service-packs': '增值服务礼包',
  gifts: '专属礼品',
  'referral-rewards': '推荐奖励',
  'prizes-and-draw-platform': '抽奖奖品和平台',
  promotion: '宣传推广',
  staff: '人员',
  other: '其他',
}

export const statuses: Readonly<Record<LedgerItem['status'], StateShown>> = {
  pending: { word: '待处理', tone: 'warn' },
  approved: { word: '已通过', tone: 'gold' },
  fulfilled: { word: '已给付', tone: 'good' },
  refused: { word: '未给', tone: 'quiet' },
  expired: { word: '已过期', tone: 'quiet' },
  'clawed-back': { word: '已收回', tone: 'bad' },
}
