import { expect, test } from 'vitest'
import { fen } from '#values/money'
import { demoTerms } from '../../tests/fixtures/terms'
import { budgetStanding, type LedgerSum } from './budget-standing'

const { budget } = demoTerms()
const at = (line: string, standing: ReturnType<typeof budgetStanding>) => standing.find((one) => one.line === line)

test('九项都在，合起来等于计划的合计', () => {
  const standing = budgetStanding(budget, [])
  expect(standing).toHaveLength(9)
  expect(standing.reduce((total, { plannedFen }) => total + plannedFen, 0)).toBe(budget.totalFen)
})

test('待处理和已通过的是答应出去的，已给付的是给了的；未给、过期的不花钱；给了又收回的，追回之前还算给了', () => {
  const standing = budgetStanding(budget, [
    { line: 'gifts', form: 'gift', status: 'pending', costFen: 100 },
    { line: 'gifts', form: 'gift', status: 'approved', costFen: 20 },
    { line: 'gifts', form: 'gift', status: 'fulfilled', costFen: 3 },
    { line: 'gifts', form: 'gift', status: 'refused', costFen: 1_000 },
    { line: 'gifts', form: 'gift', status: 'expired', costFen: 1_000 },
    { line: 'gifts', form: 'gift', status: 'clawed-back', costFen: 4_000 },
  ])
  expect(at('gifts', standing)).toEqual({
    line: 'gifts',
    plannedFen: budget.giftsFen,
    promisedFen: fen(120),
    paidFen: fen(4_003),
    toRecoverFen: fen(4_000),
  })
  expect(at('premium-rebates', standing)).toMatchObject({ promisedFen: 0, paidFen: 0 })
})

test.each<[LedgerSum['form'], number]>([
  ['cash', 500],
  ['gift', 500],
  ['discount', 0],
  ['set-off', 0],
  ['service', 0],
])('收回的%s：要追回 %i 分', (form, toRecoverFen) => {
  const standing = budgetStanding(budget, [{ line: 'premium-rebates', form, status: 'clawed-back', costFen: 500 }])
  expect(at('premium-rebates', standing)).toMatchObject({ paidFen: toRecoverFen, toRecoverFen })
})

test('推广、人员和其他的花费不在台账里：不知道，不是零', () => {
  for (const line of ['promotion', 'staff', 'other'])
    expect(at(line, budgetStanding(budget, []))).toMatchObject({ promisedFen: null, paidFen: null })
})
