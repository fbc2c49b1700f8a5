import type { Call } from '#pipeline/handler'
import type { PrizeBenefit } from '#rules/benefit/benefit'
import { BY_SYSTEM, fulfil } from '#rules/benefit/status'
import type { Terms } from '#rules/campaign/terms'
import { moveBenefit } from '#store/benefits'
import { assignCode } from '#store/coupon-codes'
import { tellOf } from './tell'

/**
 * Hands a coupon prize over: the next code of its list is its own from now on. Null when there is none left, or somebody else
 * handed it over at the same moment. Safe to do again: a prize keeps the code it has.
 */
export async function giveCode(
  terms: Terms,
  benefit: PrizeBenefit,
  { now, random }: Pick<Call, 'now' | 'random'>,
): Promise<PrizeBenefit | null> {
  const pick = (below: number): number => random(4).readUInt32BE() % below
  if ((await assignCode(benefit, pick)) === null) return null
  const given = fulfil(benefit, { at: now, by: BY_SYSTEM, why: '券码已发放' })
  if (!(await moveBenefit(given, benefit))) return null
  await tellOf(terms, benefit, {
    occasion: 'handed-over',
    at: now,
    title: '券码已发放',
    sentence: '在“我的奖品”里查看和使用。',
  })
  return given
}
