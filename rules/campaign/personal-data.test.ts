import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { demoTerms } from '../../tests/fixtures/terms'
import { bankAccountConsent, drawRecordsKeptUntil, keptUntil, wechatPurseConsent } from './personal-data'

describe('各类信息保存到哪一天', () => {
  test.each([
    ['保单：活动期间到期的，从活动结束起 5 年', 'policy', '2026-09-30', '2031-10-31'],
    ['保单：活动以后到期的，从到期日起 5 年', 'policy', '2027-09-08', '2032-09-08'],
    ['手机号：3 年', 'phone', '2027-09-08', '2030-09-08'],
    ['手机号：没有保单的，从活动结束起', 'phone', null, '2029-10-31'],
    ['银行账户：不随保单，从活动结束起', 'bank-account', '2027-09-08', '2031-10-31'],
  ] as const)('%s', (_name, kind, lastCoveredOn, on) => {
    expect(keptUntil(demoTerms(), kind, lastCoveredOn === null ? null : day(lastCoveredOn))?.on).toBe(on)
  })
  test('条款没有写明的一类：不知道', () => {
    const { personalData } = demoTerms()
    const kept = personalData.kept.filter(({ kind }) => kind !== 'phone')
    expect(keptUntil(demoTerms({ personalData: { kept } }), 'phone', null)).toBeNull()
  })
  test('抽奖记录至少两年', () => {
    expect(drawRecordsKeptUntil(demoTerms()).on >= '2028-10-31').toBe(true)
  })
})

test('银行账户的单独同意：写明是敏感信息、用途、期限和怎样撤回', () => {
  const text = bankAccountConsent(demoTerms()).join('')
  for (const words of ['示范财产保险', '敏感个人信息', '只用于', '5 年', '撤回', '不影响其他优惠']) {
    expect(text).toContain(words)
  }
})

test('收到微信零钱的单独同意：写明给谁、给什么、为什么、怎样撤回，不同意也能收款', () => {
  const text = wechatPurseConsent(demoTerms()).join('')
  for (const words of ['财付通支付科技有限公司', '姓名', '投保人本人', '加密传送', '撤回', '填写银行账户同样能收到']) {
    expect(text).toContain(words)
  }
})

test('同意的用途包括付到这个账户的每一种钱：没有推荐奖励的活动不提它', () => {
  const { referralReward } = demoTerms()
  const consentOf = (enabled: boolean) =>
    bankAccountConsent(demoTerms({ referralReward: { ...referralReward, enabled } })).join('')
  expect(consentOf(true)).toContain('支付本次活动的现金返还和推荐奖励')
  expect(consentOf(false)).not.toContain('推荐')
})
