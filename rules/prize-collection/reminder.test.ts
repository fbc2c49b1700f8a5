import { expect, test } from 'vitest'
import { day } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { reminderDue } from './reminder'

const untilOn = day('2026-11-13')
const terms = demoTerms({ prizeDraw: { collection: { remindDaysBefore: [7, 1] } } })

test.each([
  ['前 8 天：还不提醒', '2026-11-05', null],
  ['前 7 天：第一次', '2026-11-06', 7],
  ['前 2 天：仍是第一次的那一次', '2026-11-11', 7],
  ['前 1 天：第二次', '2026-11-12', 1],
  ['截止日当天：仍是第二次', '2026-11-13', 1],
  ['过了截止日：不再提醒', '2026-11-14', null],
])('%s', (_name, today, days) => expect(reminderDue(terms, untilOn, day(today))).toBe(days))
