import { addBusinessDays, BeyondCalendarError, type BusinessDayOverride } from '#values/business-days'
import { addDays, type Day, daysBetween, formatDay } from '#values/days'
import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

/** §5.3 The gift that is offered has a name, and the hold ends before the day on which the reward is promised. */
export function checkReferral(draft: NonNullable<TermsDraft>, report: Report): void {
  const { form, giftName } = draft.referralReward ?? {}
  if (giftName === null && (form === 'gift' || form === 'as-chosen')) {
    report(['referralReward', 'giftName'], '奖励可以是礼品，却没有写是什么礼品', '写上礼品名称，或把 form 改为 cash')
  }
  const late = firstHoldTooLong(draft)
  if (late !== null) {
    report(
      ['referralReward', 'holdDays'],
      `${formatDay(late.issuedOn, true)}出单的，${formatDay(late.reviewedFromOn, true)}才开始审核，而 ${formatDay(late.dueOn, true)}前就应到账`,
      '减少 holdDays，或延长 paidWithinWorkingDays',
    )
  }
}

interface Hold {
  issuedOn: Day
  reviewedFromOn: Day
  dueOn: Day
}

/** The first day of the campaign whose reward could not be reviewed on a working day before it is due. */
function firstHoldTooLong({ period, referralReward, workingDays }: NonNullable<TermsDraft>): Hold | null {
  const { startsOn, endsOn } = period ?? {}
  const { holdDays, paidWithinWorkingDays } = referralReward ?? {}
  if (!startsOn || !endsOn || holdDays === undefined || paidWithinWorkingDays === undefined) return null
  const overrides = (workingDays?.overrides ?? []).flatMap((entry): BusinessDayOverride[] =>
    entry?.on !== undefined && entry.working !== undefined ? [{ on: entry.on, working: entry.working }] : [],
  )
  try {
    for (let day = 0; day <= daysBetween(startsOn, endsOn); day += 1) {
      const issuedOn = addDays(startsOn, day)
      const reviewedFromOn = addDays(issuedOn, holdDays)
      const dueOn = addBusinessDays(issuedOn, paidWithinWorkingDays, overrides)
      if (reviewedFromOn >= dueOn) return { issuedOn, reviewedFromOn, dueOn }
    }
  } catch (error) {
    // Days that nobody knows yet are told by the check of working days.
    if (!(error instanceof BeyondCalendarError)) throw error
  }
  return null
}
