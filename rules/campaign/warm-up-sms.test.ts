import { expect, test } from 'vitest'
import { bps } from '#values/money'
import { demoTerms } from '../../tests/fixtures/terms'
import { warmUpSms } from './warm-up-sms'

test('§7 预热短信：签名、活动、时间、优惠、退订', () => {
  expect(warmUpSms(demoTerms())).toBe(
    '【示范车险】金秋车主回馈季：2026 年 9 月 1 日至 10 月 31 日，续保商业险基准 9 折；按上年保费和出险次数返还现金；' +
      '每天免费抽奖 1 次，中奖概率 30%。规则见公众号“示范车险服务”。拒收请回复 R',
  )
})

test('不开放的权益不提，数字随条款变', () => {
  const sms = warmUpSms(
    demoTerms({ renewalRebate: { enabled: false }, renewalDiscount: { baseDiscountBps: bps(8850) } }),
  )
  expect(sms).not.toContain('返还')
  expect(sms).toContain('基准 8.85 折')
})
