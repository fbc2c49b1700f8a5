import type { Day, Instant } from '#values/days'
import type { Fen } from '#values/money'

/** What one day brought (§7, §9): counted by the database, kept as one document a day. */
export interface DayFigures {
  /** `<campaignId>.<on>` */
  _id: string
  campaignId: string
  on: Day
  /** When it was counted. Before the day's end it is the day so far. */
  countedAt: Instant
  /** Different customers who drew, and their draws. Draws of a stopped prize are none. */
  drawers: number
  draws: number
  wins: number
  /** Chances given for sharing: never more than one a customer. */
  shares: number
  /** Policies issued on that day, without those that are cancelled by now. */
  newPolicies: number
  transfers: number
  renewals: number
  newPremiumFen: Fen
  renewalPremiumFen: Fen
  /** Policies to which the new customers' discount was granted. */
  newCustomers: number
  /** Rewards that came to be because an invited customer took a policy out. */
  referrals: number
  /** Policies whose last day of cover it was, and renewals that begin on the day after. */
  due: number
  renewedInTime: number
}

export const dayFiguresIdOf = (campaignId: string, on: Day): string => `${campaignId}.${on}`
