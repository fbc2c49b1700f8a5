import type { Day, Instant } from '#values/days'
import type { Fen } from '#values/money'
import type { StatementLine } from './statement'

/** The nine lines of the plan's budget (§8). Benefits are charged to the first six; the others are costs of running it. */
export type BudgetLine =
  | 'premium-discounts'
  | 'premium-rebates'
  | 'service-packs'
  | 'gifts'
  | 'referral-rewards'
  | 'prizes-and-draw-platform'
  | 'promotion'
  | 'staff'
  | 'other'

/** The rules that decide on a policy when the core system tells of it. */
export type PolicyRule =
  | 'new-customer-discount'
  | 'first-year-rebate'
  | 'service-pack'
  | 'renewal-discount'
  | 'renewal-rebate'
  | 'gift'
  | 'referral-reward'

/** Who decided, when and why. */
export interface Decided {
  at: Instant
  /** A staff member's account, or `system` where a rule of the terms decides. */
  by: string
  why: string
  /** The request that decided it, where a person did: the same one again gets the same answer. */
  requestKey?: string
}

/** How far it has come. Only `status.ts` writes one. */
export type BenefitStatus =
  /** `reopened`: a decision was taken back, or a rule decides anew. */
  | { kind: 'pending'; since: Instant; reopened?: Omit<Decided, 'at'> }
  | ({ kind: 'approved' } & Decided)
  | ({ kind: 'fulfilled' } & Decided)
  | ({ kind: 'refused' } & Decided)
  | ({ kind: 'expired' } & Decided)
  | ({ kind: 'clawed-back' } & Decided)

/** The work list that an entry stands in: who has to do something next. Null when nobody has. `to-verify`: the core system has to tell a fact. */
export type WaitsFor = 'customer' | 'hold' | 'to-verify' | 'review' | 'payout' | 'hand-over'

/** Why a benefit looks risky (§10). A score never refuses: it sends to a person. */
export type RiskReason =
  | 'velocity'
  | 'phone-burst'
  | 'same-address'
  | 'shared-account'
  | 'ring'
  | 'wechat-risk'
  | 'wechat-risk-unknown'

export interface Risk {
  /** 0 to 100. */
  score: number
  reasons: RiskReason[]
}

/** How a cash benefit is being paid. While a batch holds it no other can. */
export interface Payment {
  /** The batch that holds it; null when none does. */
  batchId: string | null
  /** How often a payment was begun and came to nothing. */
  attempt: number
  /** Why the last one failed, as the bank says. */
  failure: string | null
}

/** What every entry of the ledger says, whichever rule gave it. */
export interface LedgerEntry {
  _id: string
  campaignId: string
  /** The campaign plan's number: §5.2.1. */
  clause: string
  termsVersion: number
  termsHash: string
  budgetLine: BudgetLine
  grantedOn: Day
  grantedAt: Instant
  status: BenefitStatus
  /** What the status was before, oldest first. */
  history: BenefitStatus[]
  /** As `waitsForOf` answers; stored for the index. */
  waitsFor: WaitsFor | null
  /** Since when it stands in that list. */
  waitsSinceAt: Instant
  /** Last day by which it is to be given; null when it is given with the policy, or nothing is promised yet. */
  dueOn: Day | null
  /** Nobody reviews it before; null when it is not held. */
  holdUntil: Instant | null
  /** What the customer has still to tell us: collection details, or a bank account that works. */
  customerOwes: 'details' | 'account' | null
  /** Why a person must look at it, in Chinese: facts changed after it was given. */
  needsReview: string | null
  /** Who last looked at what was given and let it stand. */
  lookedAt?: Decided & { question: string }
  /** Cash alone: the payout that it stands in, and what became of earlier ones. */
  payment?: Payment
  risk: Risk | null
  /** Grows with every change; a write names the one it read. */
  version: number
}

/** A prize that was won in the draw (§5.4). It belongs to a customer in WeChat. */
export interface PrizeBenefit extends LedgerEntry {
  rule: 'prize-draw'
  pseudonym: string
  openid: string
  prizeId: string
  form: 'coupon' | 'goods'
  /** The stock shard that the unit came from. */
  shardId: string
  statement: Pick<StatementLine, 'label' | 'value'>[]
  /** What it is worth to the winner. */
  amountFen: Fen
  /** What it costs the budget line: its worth, and the tax on it where the organiser bears it. */
  costFen: Fen
  /** Only of a prize that was passed on (§5.4.4): whose it was, and the last day on which its details may be filled in. */
  alternate?: { from: string; fillUntilOn: Day }
}

/** What a rule answered for a policy. */
export type BenefitDecision =
  | { kind: 'granted' }
  /** 待核实: a fact is missing, so there is no figure yet. `missing` says which, in Chinese. */
  | { kind: 'to-verify'; missing: string }
  /** Staff have stopped the benefit: no figure yet, and decided again when it is started. The status is `pending`. */
  | { kind: 'stopped' }
  /** The rule gives nothing here; the statement says why, and what would have changed it. The status is `refused`. */
  | { kind: 'not-granted'; why: string }

/**
 * What a policy brings its holder (§5.1, §5.2) or whoever brought the holder (§5.3). It belongs to a holder, bound to WeChat or not; there is one for each
 * policy and rule in a campaign.
 */
export interface PolicyBenefit extends LedgerEntry {
  rule: PolicyRule
  policyNumber: string
  vehicleId: string
  holderId: string
  /** Of the policy; of a reward for bringing somebody (§5.3) the referrer's. */
  branchCode: string
  channelCode: string
  decision: BenefitDecision
  statement: StatementLine[]
  /** What it is worth to the customer; null exactly while it is to be verified or stopped. */
  amountFen: Fen | null
  /** What it costs the budget line, with tax that the organiser bears; null exactly while it is to be verified or stopped. */
  costFen: Fen | null
  form: 'discount' | 'set-off' | 'cash' | 'gift' | 'service'
  /** Last day on which it can be used. */
  expiresOn: Day | null
  giftId: string | null
  /** §5.3 Who brought whom; null for every other rule. Then `holderId` is the referrer and the policy is the invitee's. */
  referral: { invitationId: string; inviteeId: string } | null
  /** The renewed policy at whose issue a promised set-off was settled; null until then, and for everything else. */
  settledByPolicyNumber: string | null
  /** Of the event that this entry was last decided on. */
  sequence: number
}

/** One entry of the ledger of all that the campaign gives. It is never removed; what changes is written on it with who and why. */
export type Benefit = PrizeBenefit | PolicyBenefit

/** There is one benefit for each policy and rule in a campaign: an event told again finds the same one. */
export const policyBenefitIdOf = (campaignId: string, policyNumber: string, rule: PolicyRule): string =>
  [campaignId, policyNumber, rule].join('.')
