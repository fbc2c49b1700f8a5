import { afterAll, beforeAll, expect, test } from 'vitest'
import { readBankAccount, saveBankAccount } from '#contract/bank-account'
import { openOffers } from '#contract/offers'
import { listVouchers, redeemVoucher, showVoucherCode } from '#contract/service-pack'
import { eventMessage } from '../fixtures/policy-event'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { appoint, bindBy, type Someone } from './policy-book'
import { type PolicyFeed, policyFeed } from './policy-feed'

/** From the core system's event to what the customer sees, through all the doors. */
let cloud: CampaignCloud
let feed: PolicyFeed
const lin = person('lin')
const counter = person('counter')
const wang: Someone = { name: '王示例', idNumber: '11010519491231002X', phone: '13800001234' }
const issued = eventMessage({ branchCode: 'SF0101' })

beforeAll(async () => {
  cloud = await runningCampaign()
  feed = policyFeed(cloud)
  await feed.tell(issued)
  await bindBy(cloud, lin, wang, { plate: '京A80001' })
  await appoint(cloud, { openid: counter.openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
})
afterAll(() => cloud.stop())

const cardOf = async () => (await cloud.get(openOffers, {}, lin)).bound?.vehicles[0]

test('新客户出单：折扣已给、礼包可用、返还已承诺，每一项有明细', async () => {
  const card = await cardOf()
  expect(card).toMatchObject({ plate: '京A·8***1', policyState: 'in-force', renewal: null })
  const seen = card?.offers.map(({ rule, amountFen, state }) => [
    rule,
    amountFen,
    state.kind === 'given' ? state.status : state.kind,
  ])
  expect(seen?.sort()).toEqual([
    ['first-year-rebate', 21_000, 'pending'],
    ['new-customer-discount', 21_000, 'fulfilled'],
    ['service-pack', 60_000, 'approved'],
  ])
  for (const offer of card?.offers ?? []) {
    const parts = offer.statement.filter(({ kind }) => kind === 'part')
    expect(parts.reduce((sum, line) => sum + (line.amountFen ?? 0), 0)).toBe(offer.amountFen)
  }
})

test('起保后救援券可以核销', async () => {
  cloud.clock.advance(86_400_000)
  const { vouchers } = await cloud.get(listVouchers, {}, lin)
  expect(vouchers).toHaveLength(4)
  const roadside = vouchers.find(({ kind }) => kind === 'roadside')
  const { code } = await cloud.get(showVoucherCode, { voucherId: roadside?.voucherId ?? '' }, lin)
  const request = { code, item: '拖车', requestKey: newNonce() }
  expect(await cloud.get(redeemVoucher, request, counter)).toMatchObject({ title: '道路救援', plate: '京A·8***1' })
})

test('没有现金返还：不用填银行账户，填了也可以', async () => {
  expect((await cloud.get(openOffers, {}, lin)).bound?.needsBankAccount).toBe(false)
  expect((await cloud.get(readBankAccount, {}, lin)).holderName).toBe('王**')
  const input = { cardNumber: '6222020000000000000', bankName: '示范银行', consent: true } as const
  expect(await cloud.ask(saveBankAccount, input, lin)).toMatchObject({ ok: true })
})

test('退保后权益收回：优惠写明原因，券不能再出示', async () => {
  await feed.tell({ ...issued, event: 'cancelled', sequence: 2 })
  const card = await cardOf()
  expect(card?.policyState).toBe('cancelled')
  for (const { state, next } of card?.offers ?? []) {
    expect(['refused', 'clawed-back']).toContain(state.kind === 'given' ? state.status : state.kind)
    expect(next).toMatch(/不再给付|已经收回/)
  }
  const { vouchers } = await cloud.get(listVouchers, {}, lin)
  expect(vouchers.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
  const voucherId = vouchers[0]?.voucherId ?? ''
  expect(await cloud.ask(showVoucherCode, { voucherId }, lin)).toMatchObject({ ok: false, code: 'voucher-cancelled' })
})

test('续保后：折扣已给，返还写明到账日，要填银行账户', async () => {
  const zhao: Someone = { name: '赵示例', idNumber: '110105194912310038', phone: '13800005555' }
  const own = {
    vin: '1M8GDM9A8KP042790',
    plateNumber: '京A80002',
    holderName: zhao.name,
    holderIdNumber: zhao.idNumber,
    holderPhone: zhao.phone,
    branchCode: 'SF0101',
  }
  const expiring = eventMessage({
    ...own,
    policyNumber: 'PDZA202500000002',
    issuedAt: '2025-09-20 10:00',
    coverStartsOn: '2025-09-25',
    coverEndsOn: '2026-09-24',
    commercialPremiumFen: 400_000,
  })
  await feed.tell(expiring)
  await feed.tell({ ...expiring, event: 'claim-count', claimsLastYear: 0, sequence: 2 })
  await bindBy(cloud, person('zhao'), zhao, { plate: own.plateNumber })
  const before = (await cloud.get(openOffers, {}, person('zhao'))).bound?.vehicles[0]?.renewal
  expect(before).toMatchObject({ premiumBeforeFen: 400_000, premiumAfterFen: 342_000 })

  const renewed = eventMessage({
    ...own,
    policyNumber: 'PDZA202600000002',
    businessKind: 'renewal',
    previousPolicyNumber: 'PDZA202500000002',
    issuedAt: '2026-09-09 11:00',
    coverStartsOn: '2026-09-25',
    coverEndsOn: '2027-09-24',
    commercialPremiumFen: 400_000,
  })
  await feed.tell(renewed)
  const { bound } = await cloud.get(openOffers, {}, person('zhao'))
  const card = bound?.vehicles[0]
  expect(card).toMatchObject({ policyNumber: 'PDZA202600000002', renewal: null })
  const given = card?.offers.map(({ rule, amountFen }) => [rule, amountFen]).sort()
  // What was foreseen is what was given: the same rule decided both.
  expect(given).toEqual(before?.offers.map(({ rule, amountFen }) => [rule, amountFen]).sort())
  expect(bound?.needsBankAccount).toBe(true)
  expect(card?.offers.find(({ rule }) => rule === 'renewal-rebate')?.dueOn).toBe('2026-09-30')
})
