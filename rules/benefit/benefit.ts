import type { Instant } from '#values/days'
import type { Fen } from '#values/money'

export type BenefitRule = 'prize-draw'

/** The nine lines of the plan's budget (§8) that a benefit can be charged to. */
export type BudgetLine = 'prizes-and-draw-platform'

interface Decided {
  at: Instant
  /** Who decided: a staff id, or `system`. */
  by: string
  why: string
}

export type BenefitStatus =
  | { kind: 'pending'; since: Instant }
  | ({ kind: 'approved' } & Decided)
  | ({ kind: 'fulfilled' } & Decided)
  | ({ kind: 'refused' } & Decided)
  | ({ kind: 'expired' } & Decided)
  | ({ kind: 'clawed-back' } & Decided)

export interface StatementLine {
  label: string
  value: string
}

/** One entry of the ledger of all that the campaign gives. Appended once; only its status moves on. */
export interface Benefit {
  _id: string
  campaignId: string
  rule: BenefitRule
  clause: string
  termsVersion: number
  termsHash: string
  pseudonym: string
  openid: string
  prizeId: string
  /** The stock shard that the unit came from. */
  shardId: string
  statement: StatementLine[]
  costFen: Fen
  budgetLine: BudgetLine
  grantedOn: string
  grantedAt: Instant
  status: BenefitStatus
}
