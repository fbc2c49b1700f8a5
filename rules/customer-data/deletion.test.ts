import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { type DeletionFacts, planDeletion } from './deletion'

const nothing: DeletionFacts = {
  policies: 0,
  lastCoveredOn: null,
  bankAccount: false,
  cashBeingPaid: false,
  leads: 0,
  draws: 0,
  prizes: 0,
}
const plan = (facts: Partial<DeletionFacts> = {}) => planDeletion(demoTerms(), { ...nothing, ...facts })
const of = (what: string, facts: Partial<DeletionFacts>) => plan(facts).find((row) => row.what === what)

describe('哪些删，哪些留', () => {
  test('什么都没有的人：只有绑定', () => {
    expect(plan()).toEqual([expect.objectContaining({ what: '微信与保单的绑定', delete: true })])
  })

  test.each<[string, Partial<DeletionFacts>, string, boolean]>([
    ['银行账户', { bankAccount: true }, '银行账户', true],
    ['正在打款的银行账户', { bankAccount: true, cashBeingPaid: true }, '银行账户', false],
    ['预约', { leads: 2 }, '预约记录', true],
    ['抽奖记录', { draws: 1 }, '抽奖记录（只有编号，没有姓名）', false],
    ['抽奖记录里与公平无关的', { draws: 1 }, '抽奖记录里的公众号标识、渠道和海报', true],
    ['领奖信息', { draws: 1, prizes: 1 }, '领奖信息', false],
    ['保单', { policies: 1, lastCoveredOn: day('2027-09-04') }, '保单', false],
    ['证件号', { policies: 1, lastCoveredOn: day('2027-09-04') }, '证件号', false],
  ])('%s', (_name, facts, what, deleted) => {
    expect(of(what, facts)?.delete).toBe(deleted)
  })

  test('留的都写明为什么、到什么时候', () => {
    const kept = plan({ policies: 1, lastCoveredOn: day('2027-09-04'), draws: 3, prizes: 1 }).filter(
      (row) => !row.delete,
    )
    expect(kept).toHaveLength(6)
    for (const { why, until } of kept) {
      expect(why).not.toBe('')
      expect(until).toMatch(/^\d{4} 年/)
    }
  })
})
