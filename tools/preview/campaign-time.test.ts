import { expect, test } from 'vitest'
import { day, startOf } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { afterStep, phasesOf } from './campaign-time'

const terms = demoTerms({ period: { warmUpFromOn: day('2026-08-17'), startsOn: day('2026-09-01') } })
const phases = phasesOf(terms)
const at = (on: string) => startOf(day(on))

test('the phases stand in their order, each from its first millisecond', () => {
  expect(phases.map(({ phase }) => phase)).toEqual(['preparation', 'warm-up', 'running', 'collection', 'closed'])
  expect(phases.slice(0, 4).map(({ from }) => from)).toEqual([
    null,
    at('2026-08-17'),
    at('2026-09-01'),
    at('2026-11-01'),
  ])
})

test.each([
  { step: 'hour', from: at('2026-09-08'), to: at('2026-09-08') + 3_600_000 },
  { step: 'day', from: at('2026-09-08') + 5, to: at('2026-09-09') + 5 },
  { step: 'phase', from: at('2026-08-16'), to: at('2026-08-17') },
  { step: 'phase', from: at('2026-08-17'), to: at('2026-09-01') },
  { step: 'phase', from: at('2026-10-31'), to: at('2026-11-01') },
] as const)('a step forward by one $step from $from', ({ step, from, to }) => {
  expect(afterStep(phases, from, step)).toBe(to)
})

test('after the last phase there is no next one', () => {
  const now = at('2027-06-01')
  expect(afterStep(phases, now, 'phase')).toBe(now)
})
