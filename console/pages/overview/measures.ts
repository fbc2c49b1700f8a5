import type { DayOfCampaign } from '#contract/daily'
import { formatInstant } from '#values/days'
import { type Column, yuan } from '../../exports/column'

/** One figure of the day: how it is called, in what it is counted, and what exactly is counted. */
export interface Measure {
  name: string
  unit: string
  about: string
  of: (day: DayOfCampaign) => number
}

/** What the team looks at every day (§7), a small chart each. */
export const measures: readonly Measure[] = [
  { name: '抽奖', unit: '次', about: '当天抽了多少次', of: ({ draws }) => draws },
  { name: '中奖', unit: '次', about: '当天中了多少次', of: ({ wins }) => wins },
  { name: '分享得机会', unit: '人', about: '当天因分享多得一次机会的人', of: ({ shares }) => shares },
  {
    name: '新保',
    unit: '张',
    about: '当天出单的新保和转保，不含已退保的',
    of: (day) => day.newPolicies + day.transfers,
  },
  { name: '续保', unit: '张', about: '当天出单的续保，不含已退保的', of: ({ renewals }) => renewals },
  { name: '推荐出单', unit: '张', about: '受邀新客户出单，推荐人因此有奖励', of: ({ referrals }) => referrals },
]

export const dailyColumns: readonly Column<DayOfCampaign>[] = [
  { title: '日期', of: ({ on }) => on },
  { title: '抽奖人数', kind: 'count', of: ({ drawers }) => drawers },
  { title: '抽奖次数', kind: 'count', of: ({ draws }) => draws },
  { title: '中奖次数', kind: 'count', of: ({ wins }) => wins },
  { title: '分享得机会（人）', kind: 'count', of: ({ shares }) => shares },
  { title: '新保（张）', kind: 'count', of: ({ newPolicies }) => newPolicies },
  { title: '转保（张）', kind: 'count', of: ({ transfers }) => transfers },
  { title: '续保（张）', kind: 'count', of: ({ renewals }) => renewals },
  { title: '新保和转保保费（元）', kind: 'yuan', of: ({ newPremiumFen }) => yuan(newPremiumFen) },
  { title: '续保保费（元）', kind: 'yuan', of: ({ renewalPremiumFen }) => yuan(renewalPremiumFen) },
  { title: '新客户（人）', kind: 'count', of: ({ newCustomers }) => newCustomers },
  { title: '推荐出单（张）', kind: 'count', of: ({ referrals }) => referrals },
  { title: '到期保单（张）', kind: 'count', of: ({ due }) => due },
  { title: '次日起保的续保（张）', kind: 'count', of: ({ renewedInTime }) => renewedInTime },
  { title: '统计时间', of: ({ countedAt }) => formatInstant(countedAt) },
]
