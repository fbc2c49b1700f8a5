import { formatPpm, ppm } from '#values/money'
import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

const CERTAIN = 1_000_000

/** §5.4.3 The prizes' odds sum to the winning chance the plan declares, and to no more than certainty. */
export function checkOdds(draft: NonNullable<TermsDraft>, report: Report): void {
  const { prizes, winningOddsPpm } = draft.prizeDraw ?? {}
  if (!prizes) return
  let sum = 0
  for (const [index, prize] of prizes.entries()) {
    if (prize?.oddsPpm === undefined) return // one is open or faulty and reported as such: no sum to speak of
    if (prize.oddsPpm === 0) {
      report(
        ['prizeDraw', 'prizes', index, 'oddsPpm'],
        `奖品“${prize.name ?? ''}”的中奖概率为 0，永远不会中出`,
        '写大于 0 的概率，或删去这种奖品',
      )
    }
    sum += prize.oddsPpm
  }
  if (sum > CERTAIN) {
    report(['prizeDraw', 'prizes'], `各奖品概率之和为 ${percentage(sum)}，超过 100%`, '调低各奖品的 oddsPercent')
  } else if (winningOddsPpm !== undefined && sum !== winningOddsPpm) {
    report(
      ['prizeDraw', 'winningOddsPpm'],
      `总中奖概率 ${formatPpm(winningOddsPpm)} 与各奖品概率之和 ${percentage(sum)} 不符`,
      `把 winningOddsPercent 改为 ${percentage(sum).slice(0, -1)}，或调整各奖品的 oddsPercent`,
    )
  }
}

const percentage = (sum: number): string => formatPpm(ppm(sum))
