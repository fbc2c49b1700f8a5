import type { Instant } from '#values/days'
import type { BenefitStatus } from '../benefit/benefit'
import type { CollectionWay } from './needs'

interface CounterFacts {
  status: BenefitStatus['kind']
  way: CollectionWay | null
  /** The branch that the winner chose. */
  branchCode: string | null
  /** Of the code that was shown: the first instant at which it is no longer good. */
  codeEndsAt: Instant
  codeUsed: boolean
  /** Where the person stands who hands over. */
  atBranch: string
}

export type CounterRefusal = 'code-used' | 'code-expired' | 'prize-not-here' | 'prize-not-ready' | 'prize-handed-over'

export type CounterDecision = { kind: 'hands-over' } | { kind: 'refused'; reason: CounterRefusal }

/**
 * “核实过的、选了到本网点领的，凭领奖码当面发，一个码只用一次。” (§5.4.4)
 * Whoever saves the answer must see to it that two counters at once do not both hand over.
 */
export function decideCounter(facts: CounterFacts, now: Instant): CounterDecision {
  const refused = (reason: CounterRefusal): CounterDecision => ({ kind: 'refused', reason })
  if (facts.codeUsed) return refused('code-used')
  if (now >= facts.codeEndsAt) return refused('code-expired')
  if (facts.way !== 'in-person' || facts.branchCode !== facts.atBranch) return refused('prize-not-here')
  if (facts.status === 'fulfilled') return refused('prize-handed-over')
  return facts.status === 'approved' ? { kind: 'hands-over' } : refused('prize-not-ready')
}

/** How long a hand-over that was noted by mistake can be taken back: at the counter at once, a parcel while it is on its way. */
const UNDO_WITHIN_MS = { 'in-person': 10 * 60_000, delivery: 24 * 3_600_000 } as const

/** A code that its winner has seen cannot be taken back. */
export const mayUndoHandOver = (way: CollectionWay | null, handedOverAt: Instant, now: Instant): boolean =>
  way !== null && way !== 'code' && now >= handedOverAt && now - handedOverAt <= UNDO_WITHIN_MS[way]
