import type { PrizeTerms, Terms } from '#rules/campaign/terms'
import { type Fen, fen } from '#values/money'
import { shareOf } from '#values/share'

/** What a prize is worth before tax, what is withheld of it, and what its winner gets. `gross = withheld + net`. */
export interface PrizeTax {
  grossFen: Fen
  withheldFen: Fen
  netFen: Fen
}

const WHOLE = 10_000
const toTheFen = { unit: 'fen', direction: 'half-up' } as const

/**
 * “按偶然所得计税：中奖者承担的，从奖品价值里扣；主办方承担的，中奖者得到的不减，税另外算进成本。” (个人所得税法 §3, §6)
 * Where the organiser bears it the value is what the winner keeps, so the income is the value divided by one minus the rate.
 */
export function prizeTax(
  { prizeDraw: { tax } }: { prizeDraw: Pick<Terms['prizeDraw'], 'tax'> },
  { taxable, valueFen }: Pick<PrizeTerms, 'taxable' | 'valueFen'>,
): PrizeTax {
  if (!taxable || tax.rateBps === 0) return { grossFen: valueFen, withheldFen: fen(0), netFen: valueFen }
  switch (tax.borneBy) {
    case 'winner': {
      const withheldFen = shareOf(valueFen, tax.rateBps, WHOLE, toTheFen)
      return { grossFen: valueFen, withheldFen, netFen: fen(valueFen - withheldFen) }
    }
    case 'organiser': {
      const grossFen = shareOf(valueFen, WHOLE, WHOLE - tax.rateBps, toTheFen)
      return { grossFen, withheldFen: fen(grossFen - valueFen), netFen: valueFen }
    }
  }
}
