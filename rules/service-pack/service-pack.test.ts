import { describe, expect, test } from 'vitest'
import { day } from '#values/days'
import { demoTerms, type TermsOverrides } from '../../tests/fixtures/terms'
import { addsUp } from '../benefit/statement'
import type { CustomerStanding } from '../new-customer-discount/new-customer'
import { decideServicePack, vouchersOf } from './service-pack'

const isNew: CustomerStanding = { kind: 'new' }
const coverStartsOn = day('2026-09-16')
const decide = (overrides: TermsOverrides = {}, standing: CustomerStanding = isNew) =>
  decideServicePack(demoTerms(overrides), { standing, coverStartsOn })

describe('礼包给不给', () => {
  test('新客户得一份，价值和有效期按条款', () => {
    const answer = decide()
    expect(answer).toMatchObject({
      decision: { kind: 'granted' },
      form: 'service',
      amountFen: 60_000,
      expiresOn: '2027-09-15',
      dueOn: null,
    })
    expect(addsUp(answer.statement, answer.amountFen)).toBe(true)
  })
  test('不是新客户：不给，写明原因和怎样才有', () => {
    const answer = decide({}, { kind: 'existing', why: '有过保单', advice: '满 12 个月才算。' })
    expect(answer).toMatchObject({ decision: { kind: 'not-granted', why: '有过保单' }, amountFen: 0, expiresOn: null })
    expect(answer.statement.at(-1)).toMatchObject({ kind: 'advice', value: '满 12 个月才算。' })
  })
  test('没有开放', () => {
    expect(decide({ servicePack: { enabled: false } }).decision).toEqual({
      kind: 'not-granted',
      why: '本次活动没有开放增值服务礼包',
    })
  })
  test('明细：每样服务一行，次数写明，合计是礼包价值', () => {
    expect(decide().statement.map(({ label, value }) => `${label} ${value}`)).toEqual([
      '道路救援 不限',
      '车辆安全检测 1 次',
      '工时券 8 折 1 次',
      '配件券 8.8 折 1 次',
      '礼包价值 ¥600.00',
      '增值服务礼包 ¥600.00',
    ])
  })
})

describe('礼包里的券', () => {
  const vouchers = (overrides: TermsOverrides = {}) => vouchersOf(demoTerms(overrides), coverStartsOn)

  test('救援各项不限次，检测和两种券按条款的次数', () => {
    expect(vouchers().map(({ kind, items, uses }) => ({ kind, items, uses }))).toEqual([
      { kind: 'roadside', items: ['拖车', '搭电', '更换备胎'], uses: null },
      { kind: 'inspection', items: ['安全检测'], uses: 1 },
      { kind: 'labour-coupon', items: ['维修工时'], uses: 1 },
      { kind: 'parts-coupon', items: ['维修配件'], uses: 1 },
    ])
  })
  test('次数随条款变', () => {
    const uses = vouchers({ servicePack: { inspections: 3, couponUses: null } }).map((voucher) => voucher.uses)
    expect(uses).toEqual([null, 3, null, null])
  })
  test.each([
    ['12 个月：到次年前一天', '2026-09-16', 12, '2027-09-15'],
    ['1 个月', '2026-09-16', 1, '2026-10-15'],
    ['月末起保，到 2 月末前一天', '2026-08-31', 6, '2027-02-27'],
  ])('有效期 %s', (_name, from, validMonths, until) => {
    const list = vouchersOf(demoTerms({ servicePack: { validMonths } }), day(from))
    expect(list.every((voucher) => voucher.validFromOn === from && voucher.validUntilOn === until)).toBe(true)
  })
})
