import { fact, type StatementLine } from '../benefit/statement'
import type { ClaimsLastYear } from './policy'

/** From this many claims on the terms treat all alike: 3 次及以上. */
export const MANY_CLAIMS = 3

export const claimsText = (claims: number): string => (claims === 0 ? '未出险' : `出险 ${claims} 次`)

export const claimsFact = (claims: ClaimsLastYear): StatementLine =>
  fact('上年出险', claims === 'unknown' ? '待核实' : claimsText(claims))
