import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { type AccountFacts, type DeletionFacts, planDeletion, whyAccountStays } from './deletion'

const nothing: DeletionFacts = {
  policies: 0,
  lastCoveredOn: null,
  account: null,
  accountTakenBack: false,
  leads: 0,
  notices: 0,
  customerCode: false,
  acceptances: 0,
  referralCodes: 0,
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
    ['银行账户', { account: { isPurse: false, stays: null } }, '银行账户', true],
    ['正在打款的银行账户', { account: { isPurse: false, stays: 'being-paid' } }, '银行账户', false],
    ['别的微信填写的银行账户', { account: { isPurse: false, stays: 'named-by-another' } }, '银行账户', false],
    ['撤回过账户', { accountTakenBack: true }, '撤回收款账户的记录（只有加密的编码）', false],
    ['收到微信零钱的选择', { account: { isPurse: true, stays: null } }, '收到微信零钱的选择和单独同意', true],
    ['预约', { leads: 2 }, '预约记录', true],
    ['通知', { notices: 3 }, '小程序里的通知', true],
    ['身份码', { customerCode: true }, '出示过的身份码', true],
    ['消息订阅', { acceptances: 1 }, '同意接收的服务通知', true],
    ['推荐码里与奖励无关的', { referralCodes: 1 }, '推荐码里的微信编号、微信评级和海报', true],
    ['推荐奖励的依据', { referralCodes: 1 }, '推荐记录（只有投保人编号）', false],
    ['抽奖记录', { draws: 1 }, '抽奖记录（只有编号，没有姓名）', false],
    ['抽奖记录里与公平无关的', { draws: 1 }, '抽奖记录里的公众号标识、渠道和海报', true],
    ['领奖信息', { draws: 1, prizes: 1 }, '领奖信息', false],
    ['保单', { policies: 1, lastCoveredOn: day('2027-09-04') }, '保单', false],
    ['证件号', { policies: 1, lastCoveredOn: day('2027-09-04') }, '证件号', false],
  ])('%s', (_name, facts, what, deleted) => {
    expect(of(what, facts)?.delete).toBe(deleted)
  })

  test('留的都写明为什么、到什么时候', () => {
    const facts = { policies: 1, lastCoveredOn: day('2027-09-04'), draws: 3, prizes: 1, referralCodes: 1 }
    const kept = plan(facts).filter((row) => !row.delete)
    expect(kept).toHaveLength(8)
    for (const { why, until } of kept) {
      expect(why).not.toBe('')
      expect(until).toMatch(/^\d{4} 年/)
    }
  })
})

test.each<[string, Partial<AccountFacts>, ReturnType<typeof whyAccountStays>]>([
  ['自己填写的', {}, null],
  ['自己填写的，另有人绑定', { othersBound: true }, null],
  ['自己填写的，正在打款', { inBatch: true }, 'being-paid'],
  ['另一个绑定的微信填写的', { savedBy: 'father', othersBound: true }, 'named-by-another'],
  ['另一个绑定的微信填写的，正在打款', { savedBy: 'father', othersBound: true, inBatch: true }, 'named-by-another'],
  ['填写的微信和别人都已解除绑定', { savedBy: 'father' }, null],
])('收款账户删不删：%s', (_name, facts, stays) => {
  expect(whyAccountStays({ savedBy: 'son', askedBy: 'son', othersBound: false, inBatch: false, ...facts })).toBe(stays)
})
