import { daysBetween } from '#values/days'
import { fen, formatYuan } from '#values/money'
import type { Draft, TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'
import type { PrizeDrawTerms, PrizeTerms } from '../terms'

/** 规范促销行为暂行规定: the highest prize of a lottery-type promotion, in fen. */
const TOP_PRIZE = fen(5_000_000)

/** §5.4.3 Each prize by itself and against the draw's limits. */
export function checkPrizes(draft: NonNullable<TermsDraft>, report: Report): void {
  const { prizeDraw, period } = draft
  if (!prizeDraw) return
  const days = period?.startsOn && period.endsOn ? daysBetween(period.startsOn, period.endsOn) + 1 : null
  for (const [index, prize] of (prizeDraw.prizes ?? []).entries()) {
    if (!prize) continue
    const at: Report = (path, message, remedy) =>
      report(['prizeDraw', 'prizes', index, ...path], `奖品“${prize.name ?? index + 1}”：${message}`, remedy)
    checkValue(prize, at)
    checkLimits(prize, prizeDraw, days, at)
    if (prize.inPerson && prize.delivery === 'coupon') {
      at(['inPerson'], '电子券不到网点领取', '写 false，或把 delivery 改为 goods')
    }
  }
  const { winsPerCustomer, winsPerCustomerPerDay } = prizeDraw
  if (winsPerCustomer && winsPerCustomerPerDay && winsPerCustomerPerDay > winsPerCustomer) {
    report(
      ['prizeDraw', 'winsPerCustomerPerDay'],
      `每人每天最多中奖 ${winsPerCustomerPerDay} 次，多于整个活动的 ${winsPerCustomer} 次`,
      '调低每天的次数，或调高 winsPerCustomer',
    )
  }
}

function checkValue({ valueFen, name }: NonNullable<Draft<PrizeTerms>>, at: Report): void {
  if (valueFen === undefined) return
  if (valueFen === 0) at(['valueFen'], '价值为 0', '写明单个奖品的市场价值')
  if (valueFen > TOP_PRIZE) {
    at(
      ['valueFen'],
      `价值 ${formatYuan(valueFen)}，超过抽奖最高奖 ${formatYuan(TOP_PRIZE)} 的法定上限`,
      '换成不超过 50000 元的奖品',
    )
  }
  const named = /(\d+(?:\.\d{1,2})?) ?元/.exec(name ?? '')?.[1]
  if (named !== undefined && Math.round(Number(named) * 100) !== valueFen) {
    at(['name'], `名称写的是 ${named} 元，价值却是 ${formatYuan(valueFen)}`, '改成一致')
  }
}

function checkLimits(
  { quantity, perDay, perCustomer }: NonNullable<Draft<PrizeTerms>>,
  { winsPerCustomer }: NonNullable<Draft<PrizeDrawTerms>>,
  days: number | null,
  at: Report,
): void {
  if (perCustomer && winsPerCustomer && perCustomer > winsPerCustomer) {
    at(
      ['perCustomer'],
      `每人最多 ${perCustomer} 份，多于每人最多中奖 ${winsPerCustomer} 次`,
      '调低 perCustomer，或调高 winsPerCustomer',
    )
  }
  if (quantity === undefined) return
  if (perCustomer && perCustomer > quantity) {
    at(['perCustomer'], `每人最多 ${perCustomer} 份，多于总数 ${quantity} 份`, '调低 perCustomer，或写 不限')
  }
  if (perDay && perDay > quantity) {
    at(['perDay'], `每天最多 ${perDay} 份，多于总数 ${quantity} 份`, '调低 perDay，或写 不限')
  } else if (perDay && days !== null && days > 0 && perDay * days < quantity) {
    at(
      ['perDay'],
      `每天最多 ${perDay} 份，${days} 天最多发出 ${perDay * days} 份，公示的 ${quantity} 份发不完`,
      `把 perDay 提高到 ${Math.ceil(quantity / days)} 以上，或调低 quantity`,
    )
  }
}
