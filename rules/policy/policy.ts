import type { Day, Instant } from '#values/days'
import type { Fen } from '#values/money'
import type { DrivingRegion, LoyaltyGrade, UsageNature, VehicleType } from '#values/vehicle-words'

/** How often the vehicle was in a claim in one policy's year; unknown is never zero. */
export type ClaimsLastYear = number | 'unknown'

/** One policy as the insurer's core system last told of it: the event with the highest `sequence`. */
export interface Policy {
  /** The policy number. */
  _id: string
  policyNumber: string
  /** Of the last event that changed it: an event with a lower one is ignored. */
  sequence: number
  state: 'in-force' | 'cancelled'
  /** 新保 · 续保 · 转保 (from another insurer). */
  businessKind: 'new' | 'renewal' | 'transfer'
  /** The policy that this one renews; null unless it is a renewal. */
  previousPolicyNumber: string | null
  branchCode: string
  channelCode: string
  /** Keyed hash of the VIN, 32 hex characters. */
  vehicleId: string
  /** Keyed hash of the holder's ID number, 32 hex characters. */
  holderId: string
  vehicleType: VehicleType
  usageNature: UsageNature
  drivingRegion: DrivingRegion
  /** 出单时间. */
  issuedAt: Instant
  coverStartsOn: Day
  /** The last day is covered. */
  coverEndsOn: Day
  /** The commercial premium before the campaign's discount: what every benefit rests on (docs/decisions/0010-the-premium-before-discount.md). */
  commercialPremiumFen: Fen
  /** 交强险: shown, never discounted. */
  compulsoryPremiumFen: Fen
  /** In the year before this policy, as it was told of with the policy itself; see `claimsBefore`. */
  claimsLastYear: ClaimsLastYear
  /** In this policy's own period, as the last 出险更新 said: last year's for what renews it. Absent until there was one. */
  claimsSoFar?: ClaimsLastYear
  /** 忠诚度等级; null when the core system gives none: such a customer counts as the lowest. */
  loyaltyGrade: LoyaltyGrade | null
  cancelledAt: Instant | null
  version: number
}
