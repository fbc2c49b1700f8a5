import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

/** §5.4.4 Reminders come from the earliest to the latest; a forfeited prize goes on to somebody, with a time of its own, or it does not. */
export function checkCollection({ prizeDraw }: NonNullable<TermsDraft>, report: Report): void {
  const { remindDaysBefore = [], forfeiture, alternateWithinWorkingDays } = prizeDraw?.collection ?? {}
  const collection = ['prizeDraw', 'collection']
  for (const [index, days] of remindDaysBefore.entries()) {
    const before = remindDaysBefore[index - 1]
    if (days === undefined || before === undefined || days < before) continue
    report(
      [...collection, 'remindDaysBefore'],
      `提醒没有从早到晚排列：截止前 ${days} 天写在截止前 ${before} 天之后`,
      '从早到晚排列，每个天数只写一次',
    )
  }
  if (forfeiture === undefined || alternateWithinWorkingDays === undefined) return
  if (forfeiture === 'next-in-line' && alternateWithinWorkingDays === null) {
    report(
      [...collection, 'alternateWithinWorkingDays'],
      '逾期的奖品递补给他人，却没有递补者的期限',
      '写明若干个工作日',
    )
  }
  if (forfeiture !== 'next-in-line' && alternateWithinWorkingDays !== null) {
    report([...collection, 'alternateWithinWorkingDays'], '逾期的奖品不递补，却写了递补者的期限', '写 不递补')
  }
}
