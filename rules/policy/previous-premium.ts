import { type Fen, formatFen, formatYuan } from '#values/money'
import { fact, type StatementLine } from '../benefit/statement'

/** Last year's commercial premium; unknown while the policy of last year has not been told of. */
export type PreviousPremium = Fen | 'unknown'

/** A tier of last year's premium: its lower end is in, its upper end out; null for no upper end. */
interface PremiumTier {
  premiumFromFen: Fen
  premiumBelowFen: Fen | null
}

/** The place of the tier that the premium falls in. @throws Error when none does: checked terms have no gap */
export function tierOf(tiers: readonly PremiumTier[], premiumFen: Fen): number {
  const index = tiers.findIndex((tier) => isInTier(tier, premiumFen))
  if (index < 0) throw new Error(`no tier for a premium of ${premiumFen} fen`)
  return index
}

export const isInTier = ({ premiumFromFen, premiumBelowFen }: PremiumTier, premiumFen: Fen): boolean =>
  premiumFromFen <= premiumFen && (premiumBelowFen === null || premiumFen < premiumBelowFen)

/** `¥3,000（含）至 ¥6,000`. */
export function tierText({ premiumFromFen, premiumBelowFen }: PremiumTier): string {
  if (premiumBelowFen === null) return `${formatYuan(premiumFromFen)} 及以上`
  return premiumFromFen === 0
    ? `${formatYuan(premiumBelowFen)} 以下`
    : `${formatYuan(premiumFromFen)}（含）至 ${formatYuan(premiumBelowFen)}`
}

export const previousPremiumFact = (premium: PreviousPremium): StatementLine =>
  fact('上年商业险保费', premium === 'unknown' ? '待核实' : formatFen(premium))
