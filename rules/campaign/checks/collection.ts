import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

/** §5.4.4 Reminders come from the earliest to the latest. */
export function checkCollection({ prizeDraw }: NonNullable<TermsDraft>, report: Report): void {
  const { remindDaysBefore = [] } = prizeDraw?.collection ?? {}
  for (const [index, days] of remindDaysBefore.entries()) {
    const before = remindDaysBefore[index - 1]
    if (days === undefined || before === undefined || days < before) continue
    report(
      ['prizeDraw', 'collection', 'remindDaysBefore'],
      `提醒没有从早到晚排列：截止前 ${days} 天写在截止前 ${before} 天之后`,
      '从早到晚排列，每个天数只写一次',
    )
  }
}
