import { fact, type StatementLine } from '../benefit/statement'
import type { ClaimsLastYear, Policy } from './policy'

/** From this many claims on the terms treat all alike: 3 次及以上. */
export const MANY_CLAIMS = 3

/**
 * “上年出险几次，看续保出单时写的，也看上年保单的出险更新：不一样的按多的算，都没有的待核实；续保以后再出险，是明年的事。” (§5.2)
 * The claims of the year before a policy. News of claims on the policy itself is about its own year and takes no part.
 */
export function claimsBefore(
  { claimsLastYear }: Pick<Policy, 'claimsLastYear'>,
  previous: Pick<Policy, 'claimsSoFar'> | null,
): ClaimsLastYear {
  const told = [claimsLastYear, previous?.claimsSoFar ?? 'unknown'].filter((claims) => claims !== 'unknown')
  return told.length === 0 ? 'unknown' : Math.max(...told)
}

export const claimsText = (claims: number): string => (claims === 0 ? '未出险' : `出险 ${claims} 次`)

export const claimsFact = (claims: ClaimsLastYear): StatementLine =>
  fact('上年出险', claims === 'unknown' ? '待核实' : claimsText(claims))
