import type { Instant } from '#values/days'

/** What is to be decided by more than one person. */
export interface FourEyes {
  proposedBy: string
  /** Accounts that it is about: nobody approves what concerns oneself. */
  concerns: readonly string[]
  approvals: readonly { by: string; at: Instant }[]
  /** How many must approve, beside who proposed it. */
  needed: number
  /** False once it was decided, withdrawn or came to nothing. */
  open: boolean
  /** The first instant at which it can no longer be approved; null without an end. */
  expiresAt: Instant | null
}

export type ApprovalRefusal = 'own' | 'concerns-yourself' | 'approved-before' | 'decided' | 'expired'

/** `stillNeeded` 0: with this approval it is decided. */
export type ApprovalDecision = { kind: 'approves'; stillNeeded: number } | { kind: 'refused'; reason: ApprovalRefusal }

/**
 * “一个人提出，另一个人同意；自己提的、关系到自己的，自己不能批。”
 * Whether this person may approve now. Whoever saves the answer must see to it that two at once are not both the last one.
 */
export function decideApproval(facts: FourEyes, by: string, now: Instant): ApprovalDecision {
  const refused = (reason: ApprovalRefusal): ApprovalDecision => ({ kind: 'refused', reason })
  if (!facts.open) return refused('decided')
  if (facts.expiresAt !== null && now >= facts.expiresAt) return refused('expired')
  if (facts.proposedBy === by) return refused('own')
  if (facts.concerns.includes(by)) return refused('concerns-yourself')
  if (facts.approvals.some((approval) => approval.by === by)) return refused('approved-before')
  return { kind: 'approves', stillNeeded: stillNeeded(facts) - 1 }
}

/** How many approvals it wants yet. An open one wants one at least. */
export const stillNeeded = ({ needed, approvals }: Pick<FourEyes, 'needed' | 'approvals'>): number =>
  Math.max(1, needed - approvals.length)
