import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { collectUntilOn, handOverUntilOn } from './calendar'
import { phaseAt, runningPeriod } from './phase'

const terms = demoTerms()
const at = (shanghai: string): number => Date.parse(`${shanghai}+08:00`)

describe('§7 活动阶段，每个边界的两侧', () => {
  test.each([
    ['发布后、准备开始前', '2026-01-01T00:00:00.000', 'preparation'],
    ['预热前最后一毫秒', '2026-08-16T23:59:59.999', 'preparation'],
    ['预热第一毫秒', '2026-08-17T00:00:00.000', 'warm-up'],
    ['活动前最后一毫秒', '2026-08-31T23:59:59.999', 'warm-up'],
    ['活动第一毫秒', '2026-09-01T00:00:00.000', 'running'],
    ['活动最后一毫秒', '2026-10-31T23:59:59.999', 'running'],
    ['领奖第一毫秒', '2026-11-01T00:00:00.000', 'collection'],
    ['最迟发奖日最后一毫秒', '2026-11-25T23:59:59.999', 'collection'],
    ['最迟发奖日次日', '2026-11-26T00:00:00.000', 'closed'],
  ] as const)('%s', (_name, shanghai, phase) => {
    expect(phaseAt(terms, at(shanghai))).toBe(phase)
  })

  test('预热截止后、活动开始前仍是预热', () => {
    const earlier = demoTerms({ period: { warmUpUntilOn: terms.period.warmUpFromOn } })
    expect(phaseAt(earlier, at('2026-08-25T12:00:00'))).toBe('warm-up')
  })
})

test('§3 活动期间：首日 0 点起，末日 24 点止（不含）', () => {
  expect(runningPeriod(terms)).toEqual({
    runsFromAt: at('2026-09-01T00:00:00'),
    runsUntilAt: at('2026-11-01T00:00:00'),
  })
})

describe('§5.4.4 领奖期限按工作日', () => {
  test('10 个工作日填写，3 个核实，5 个发放', () => {
    expect(collectUntilOn(terms)).toBe('2026-11-13')
    expect(handOverUntilOn(terms)).toBe('2026-11-25')
  })
  test('活动文件里调整为休息的一天，期限顺延一个工作日', () => {
    const overrides = [{ on: day('2026-11-02'), working: false, reason: '演示' }]
    expect(collectUntilOn(demoTerms({ workingDays: { overrides } }))).toBe('2026-11-16')
  })
})
