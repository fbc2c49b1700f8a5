import type { Day, Instant } from '#values/days'

/** Where a win took its unit from: the stock shard and the reservation that was written there before the win. */
export interface Reservation {
  shardId: string
  reservationId: string
}

export type RecordedOutcome =
  | { kind: 'won'; prizeId: string; benefitId: string; reservation: Reservation }
  | { kind: 'none' }
  | { kind: 'out-of-stock'; prizeId: string }
  | { kind: 'limit-reached'; prizeId: string }
  /** Staff had stopped the prize that the ticket hit: nothing is won, and no chance is used. */
  | { kind: 'prize-stopped'; prizeId: string }

/** One draw as it was decided. Written once, never changed. */
export interface DrawRecord {
  on: Day
  /** 1 for the customer's first draw of the day, without gaps. */
  ordinal: number
  nonce: string
  at: Instant
  /** 0 to 999,999. */
  ticket: number
  termsVersion: number
  termsHash: string
  outcome: RecordedOutcome
}

export interface ShareCredit {
  on: Day
  via: 'on-share' | 'on-visit'
  at: Instant
}

/**
 * One customer's draws in one campaign, the only document that a draw decides on. `version` grows with every write, and
 * every write names the version it read: so a customer's draws are serial, whatever arrives at the same moment
 * (docs/decisions/0002-draw-book.md).
 */
export interface DrawBook {
  _id: string
  campaignId: string
  pseudonym: string
  openid: string
  /** What 我的信息 shows as 您的编号; a book of before it was kept has none. */
  account?: string
  unionid: string | null
  channel: string | null
  /** A copy of what the official account's pushes said of this person. */
  following: boolean
  shareId: string
  posterFileId: string | null
  version: number
  draws: DrawRecord[]
  /** Days with at least one draw: the index of a day's export. */
  drewOn: Day[]
  shareCredits: ShareCredit[]
  openedAt: Instant
}
