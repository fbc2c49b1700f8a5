import { expect, test } from 'vitest'
import { day } from '#values/days'
import { isCallOverdue, isDealtWith } from './calls'

test.each([
  ['还没有打过', [], false],
  ['打通了', ['reached'], true],
  ['约好到店', ['coming'], true],
  ['客户不需要了', ['not-wanted'], true],
  ['没有接通一次', ['no-answer'], false],
  ['没有接通两次', ['no-answer', 'no-answer'], false],
  ['没有接通三次', ['no-answer', 'no-answer', 'no-answer'], true],
  ['没有接通之后打通了', ['no-answer', 'reached'], true],
] as const)('%s：办完了没有', (_name, outcomes, dealtWith) => {
  expect(isDealtWith(outcomes)).toBe(dealtWith)
})

test.each([
  ['说好的前一天', 'open', '2026-09-08', false],
  ['说好的那一天', 'open', '2026-09-09', false],
  ['过了一天', 'open', '2026-09-10', true],
  ['过了一天，已经联系过', 'contacted', '2026-09-10', false],
] as const)('%s：逾期没有', (_name, state, on, overdue) => {
  expect(isCallOverdue({ state, callsUntilOn: day('2026-09-09') }, day(on))).toBe(overdue)
})
