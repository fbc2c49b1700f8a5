import { expect, test } from 'vitest'
import { calendarYears } from '#values/business-days'
import { addDays, type Day, day } from '#values/days'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { calendarAlert } from './calendar-alert'

const newYear = day(`${calendarYears.last + 1}-01-01`)
/** So that the longest promise is one working day, and the calendar's last day decides alone. */
const oneDay: TermsOverrides = {
  renewalRebate: { paidWithinWorkingDays: 1 },
  gift: { handOverWithinWorkingDays: 1 },
  referralReward: { paidWithinWorkingDays: 1 },
  prizeDraw: { collection: { withinWorkingDays: 1, verifyWithinWorkingDays: 0, handOverWithinWorkingDays: 0 } },
}
const alertOn = (on: Day, overrides: TermsOverrides = oneDay) => calendarAlert(demoTerms(overrides), on)

test('60 天后的承诺还在日历里：不告警；差一天就告警，写明到哪年、怎样办', () => {
  const lastKnown = addDays(newYear, -1)
  const settled: TermsOverrides = {
    ...oneDay,
    workingDays: { overrides: [{ on: lastKnown, working: true, reason: '测试' }] },
  }
  expect(alertOn(addDays(lastKnown, -61), settled)).toBeNull()
  const alert = alertOn(addDays(lastKnown, -60), settled)
  expect(alert).toContain(`工作日历只到 ${calendarYears.last} 年`)
  expect(alert).toContain('workingDays.overrides')
})

test('活动文件逐日写明了新一年的，就不告警', () => {
  const overrides = Array.from({ length: 7 }, (_, index) => ({
    on: addDays(newYear, index),
    working: index === 6,
    reason: '公司日历',
  }))
  const on = addDays(newYear, -61)
  expect(alertOn(on)).not.toBeNull()
  expect(alertOn(on, { ...oneDay, workingDays: { overrides } })).toBeNull()
})

test('以最长的承诺为准', () => {
  const on = addDays(newYear, -90)
  expect(alertOn(on)).toBeNull()
  expect(alertOn(on, { ...oneDay, renewalRebate: { paidWithinWorkingDays: 60 } })).toContain('60 个工作日')
})
