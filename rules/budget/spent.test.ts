import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#values/money'
import { demoTerms } from '../../tests/fixtures/terms'
import type { BenefitStatus, BudgetLine } from '../benefit/benefit'
import { type SpentLine, spentByLine } from './spent'

const terms = demoTerms()
const decided = { at: 1, by: 'system', why: '条款' }
const statuses: readonly BenefitStatus[] = [
  { kind: 'pending', since: 1 },
  { kind: 'approved', ...decided },
  { kind: 'fulfilled', ...decided },
  { kind: 'refused', ...decided },
  { kind: 'expired', ...decided },
  { kind: 'clawed-back', ...decided },
]
const lines: readonly BudgetLine[] = spentByLine(terms, []).map(({ line }) => line)
const entry = (budgetLine: BudgetLine, costFen: number | null, status: BenefitStatus) => ({
  budgetLine,
  costFen: costFen === null ? null : fen(costFen),
  status,
})
const actual = ({ givenFen, owedFen, expectedFen }: SpentLine) => givenFen + owedFen + expectedFen

test('九项，次序同活动方案；计划之和等于合计', () => {
  expect(lines).toHaveLength(9)
  const planned = spentByLine(terms, []).reduce((sum, { plannedFen }) => sum + plannedFen, 0)
  expect(planned).toBe(terms.budget.totalFen)
})

test('给了、待给、待定分开算；不给的、过期的、收回的不算；待核实的不当作零', () => {
  const ledger = [
    ...statuses.map((status, index) => entry('gifts', 100 + index, status)),
    entry('gifts', null, statuses[0] ?? { kind: 'pending', since: 1 }),
  ]
  expect(spentByLine(terms, ledger).find(({ line }) => line === 'gifts')).toMatchObject({
    givenFen: 102,
    owedFen: 101,
    expectedFen: 100,
    unknown: 1,
  })
})

test('规律：九项实际之和等于账上还有效的每一项之和，一分不差；次序不影响', () => {
  const any = fc.array(
    fc.record({
      line: fc.constantFrom(...lines),
      cost: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
      status: fc.constantFrom(...statuses),
    }),
  )
  fc.assert(
    fc.property(any, (given) => {
      const ledger = given.map(({ line, cost, status }) => entry(line, cost, status))
      const spent = spentByLine(terms, ledger)
      const standing = ledger.filter(({ status }) => ['pending', 'approved', 'fulfilled'].includes(status.kind))
      expect(spent.reduce((sum, line) => sum + actual(line), 0)).toBe(
        standing.reduce((sum, { costFen }) => sum + (costFen ?? 0), 0),
      )
      expect(spentByLine(terms, [...ledger].reverse())).toEqual(spent)
    }),
  )
})
