import type { Terms } from '../terms'
import { compareTerms, type Difference } from './compare'

/** What may become of new terms while the campaign runs. */
export type ChangeDecision =
  | { kind: 'nothing'; differences: [] }
  /** Something is to the entrants' disadvantage: it stays out, whoever asks. */
  | { kind: 'blocked'; differences: Difference[] }
  /** Only what concerns nobody: a reason is enough. */
  | { kind: 'reason'; differences: Difference[] }
  /** Something is given, or what checks staff themselves changes: it wants a reason and a second person. */
  | { kind: 'second-person'; differences: Difference[] }

/** Nothing to the entrants, but what keeps one person of staff from paying alone: nobody changes that alone either. */
const controls: ReadonlySet<string> = new Set(['operations.thirdPersonAboveFen', 'operations.payoutLinesPerBatch'])

/**
 * “活动开始以后，条款只能往有利于参与人的方向改；有利的要两个人，无关的要写明原因，不利的一律不行。”
 * (规范促销行为暂行规定, 反不正当竞争法: no change to the entrants' disadvantage after the start.) What was granted before keeps the
 * version that it was granted by.
 */
export function decideChange(before: Terms, after: Terms): ChangeDecision {
  const differences = compareTerms(before, after)
  if (differences.length === 0) return { kind: 'nothing', differences: [] }
  const has = (judgement: Difference['judgement']) => differences.some((one) => one.judgement === judgement)
  if (has('unfavourable')) return { kind: 'blocked', differences }
  const loosened = differences.some(({ path }) => controls.has(path))
  return { kind: has('favourable') || loosened ? 'second-person' : 'reason', differences }
}
