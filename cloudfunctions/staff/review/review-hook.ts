import type { Benefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import type { StaffMember } from '#store/staff'
import type { Day, Instant } from '#values/days'

/** What was decided, by whom. */
export interface Reviewing {
  terms: Terms
  now: Instant
  staff: StaffMember
}

/** What follows a decision elsewhere than in the ledger, for the rules that need it. */
export interface ReviewHook {
  rules: readonly Benefit['rule'][]
  /** After the ledger says so. The same request again calls it again: what is done already stays as it is. */
  after(benefit: Benefit, step: 'approved' | 'refused' | 'taken-back', reviewing: Reviewing): Promise<void>
  /** With an approval: the last day by which it is to be given from now on, or null where the calendar is not known. */
  promise?(benefit: Benefit, reviewing: Reviewing): Day | null
  /** Before a decision is taken back: false when that is no longer possible. */
  mayBeTakenBack?(benefit: Benefit, reviewing: Reviewing): Promise<boolean>
  /** What the reviewer has to see beside the statement, masked. */
  evidence?(benefit: Benefit, terms: Terms): Promise<{ label: string; value: string }[]>
}
