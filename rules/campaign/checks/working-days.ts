import { addBusinessDays, BeyondCalendarError, type BusinessDayOverride, calendarYears } from '#values/business-days'
import { type Day, formatDay } from '#values/days'
import type { TermsDraft } from '../file/draft'
import type { Report, TermsPath } from '../file/problem'

/** Every promise in working days can be kept by the calendar, and they fit into the closing stage (§5.2.2, §5.2.3, §5.3.2, §5.4.4, §7). */
export function checkWorkingDays(draft: NonNullable<TermsDraft>, report: Report): void {
  const overrides = knownOverrides(draft, report)
  const { period, prizeDraw, renewalRebate, gift, referralReward } = draft
  const { endsOn, closedOn } = period ?? {}
  if (endsOn === undefined) return
  const after = (from: Day, count: number | undefined, path: TermsPath): Day | undefined => {
    if (count === undefined) return undefined
    try {
      return addBusinessDays(from, count, overrides)
    } catch (error) {
      if (!(error instanceof BeyondCalendarError)) throw error
      report(
        path,
        `${formatDay(from, true)}后的 ${count} 个工作日超出工作日历（${calendarYears.first} 至 ${calendarYears.last} 年）`,
        '缩短期限或提前日期；新一年的放假安排公布后更新日历，或在 workingDays.overrides 逐日写明',
      )
      return undefined
    }
  }
  after(endsOn, renewalRebate?.paidWithinWorkingDays, ['renewalRebate', 'paidWithinWorkingDays'])
  after(endsOn, gift?.handOverWithinWorkingDays, ['gift', 'handOverWithinWorkingDays'])
  after(endsOn, referralReward?.paidWithinWorkingDays, ['referralReward', 'paidWithinWorkingDays'])

  const { opensOn, withinWorkingDays, verifyWithinWorkingDays, handOverWithinWorkingDays } = prizeDraw?.collection ?? {}
  const collection = ['prizeDraw', 'collection']
  const collectUntilOn = after(endsOn, withinWorkingDays, [...collection, 'withinWorkingDays'])
  if (collectUntilOn === undefined) return
  if (opensOn !== undefined && opensOn > collectUntilOn) {
    report(
      [...collection, 'opensOn'],
      `领奖信息开始填写日晚于截止日 ${formatDay(collectUntilOn, true)}`,
      '提前开始填写日',
    )
  }
  const verifiedOn = after(collectUntilOn, verifyWithinWorkingDays, [...collection, 'verifyWithinWorkingDays'])
  if (verifiedOn === undefined) return
  const handedOverOn = after(verifiedOn, handOverWithinWorkingDays, [...collection, 'handOverWithinWorkingDays'])
  if (handedOverOn !== undefined && closedOn !== undefined && handedOverOn > closedOn) {
    report(
      ['period', 'closedOn'],
      `奖品最迟 ${formatDay(handedOverOn, true)}发出，晚于收尾阶段截止日 ${formatDay(closedOn, true)}`,
      `把 closedOn 推迟到 ${handedOverOn} 或以后，或缩短领奖期限`,
    )
  }
}

function knownOverrides({ workingDays }: NonNullable<TermsDraft>, report: Report): BusinessDayOverride[] {
  const known: BusinessDayOverride[] = []
  for (const [index, entry] of (workingDays?.overrides ?? []).entries()) {
    if (entry?.on === undefined || entry.working === undefined) continue
    if (known.some(({ on }) => on === entry.on)) {
      report(['workingDays', 'overrides', index, 'on'], `${formatDay(entry.on, true)}写了两次`, '只留一处')
    }
    known.push({ on: entry.on, working: entry.working })
  }
  return known
}
