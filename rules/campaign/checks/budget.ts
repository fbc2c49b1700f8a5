import { fen, formatYuan } from '#values/money'
import { prizeTax } from '../../prize-collection/tax'
import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

/** §8 The nine lines sum to the total, and what is promised in pieces fits its line. */
export function checkBudget({ budget, prizeDraw, gift }: NonNullable<TermsDraft>, report: Report): void {
  if (!budget) return
  const { totalFen, ...lines } = budget
  const planned = sumOf(Object.values(lines))
  if (planned !== null && totalFen !== undefined && planned !== totalFen) {
    report(
      ['budget', 'totalFen'],
      `合计 ${yuan(totalFen)} 与九项之和 ${yuan(planned)} 不符`,
      `改为 ${planned / 100}，或改正各项`,
    )
  }
  const prizes = sumOf(prizeDraw?.prizes?.map((prize) => product(costOf(prize, prizeDraw.tax), prize?.quantity)))
  if (prizes !== null && budget.prizesFen !== undefined && prizes > budget.prizesFen) {
    report(
      ['budget', 'prizesFen'],
      `奖品合计 ${yuan(prizes)}（含主办方承担的税），超过预算 ${yuan(budget.prizesFen)}`,
      '提高这一项预算，或减少奖品',
    )
  }
  const gifts = sumOf(gift?.tiers?.map((tier) => product(tier?.costFen, tier?.quantity)))
  if (gifts !== null && budget.giftsFen !== undefined && gifts > budget.giftsFen) {
    report(
      ['budget', 'giftsFen'],
      `礼品合计 ${yuan(gifts)}，超过预算 ${yuan(budget.giftsFen)}`,
      '提高这一项预算，或减少礼品',
    )
  }
}

type PrizesDraft = NonNullable<NonNullable<TermsDraft>['prizeDraw']>

/** With the tax that the organiser bears: undefined while the prize or the tax is still open. */
function costOf(prize: NonNullable<PrizesDraft['prizes']>[number], tax: PrizesDraft['tax']): number | undefined {
  if (prize?.valueFen === undefined || prize.taxable === undefined) return undefined
  if (tax?.rateBps === undefined || tax.borneBy === undefined) return undefined
  const { valueFen, taxable } = prize
  const { rateBps, borneBy } = tax
  return prizeTax({ prizeDraw: { tax: { rateBps, borneBy } } }, { valueFen, taxable }).grossFen
}

/** `null` when any part is not known: unknown is never zero. */
function sumOf(parts: readonly (number | undefined)[] | undefined): number | null {
  let sum = 0
  for (const part of parts ?? [undefined]) {
    if (part === undefined) return null
    sum += part
  }
  return sum
}

const product = (price: number | undefined, quantity: number | undefined): number | undefined =>
  price === undefined || quantity === undefined ? undefined : price * quantity

const yuan = (amount: number): string => formatYuan(fen(amount))
