import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { saveBankAccount } from '#contract/bank-account'
import { bindPolicy, unbindPolicy } from '#contract/binding'
import { bookVisit } from '#contract/leads'
import { listVouchers, readVoucher, redeemVoucher, showVoucherCode } from '#contract/service-pack'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import {
  appoint,
  bindBy,
  buttonCode,
  holderDocument,
  insert,
  li,
  liCar,
  newPolicyWithPack,
  storedIn,
  vehicleDocument,
} from './policy-book'

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31))
type Faults = Parameters<CampaignCloud['setFaults']>[0]
/** None of these forms needs a transaction, so no conflict can strike them: their writes are conditional. */
const faults: [string, Faults][] = [
  ['超时，什么也没有做', [{ action: 'database.*', probability: 0.15, fault: { kind: 'timeout', effect: 'before' } }]],
  ['超时，其实已经做了', [{ action: 'database.*', probability: 0.15, fault: { kind: 'timeout', effect: 'after' } }]],
  [
    '数据库报错',
    [{ action: 'database.*', probability: 0.15, fault: { kind: 'error', code: 'DATABASE_REQUEST_FAILED' } }],
  ],
  ['慢', [{ action: 'database.*', probability: 0.5, fault: { kind: 'latency', ms: 20 } }]],
  ['页面收不到回答', [{ action: 'functions.call', probability: 0.5, fault: { kind: 'timeout', effect: 'after' } }]],
]

/** Presses again, as a person does, while the page says that it may pass. What was typed is the same each time. */
async function persistently<Reply extends { ok: boolean; code?: string }>(send: () => Promise<Reply>): Promise<Reply> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const reply = await send().catch(() => undefined)
    if (reply && (reply.ok || (reply.code !== 'busy' && reply.code !== 'unavailable'))) return reply
    await pause(5)
  }
  throw new Error('no answer after 100 attempts')
}

describe.each(faults)(`故障：%s（SEED=${seed}）`, (_name, rules) => {
  let cloud: CampaignCloud
  const [lin, counter] = [person('lin'), person('counter')]
  const { policy, pack } = newPolicyWithPack(li, liCar)
  beforeAll(async () => {
    cloud = await runningCampaign()
    await insert(cloud, 'holders', [holderDocument(li)])
    await insert(cloud, 'vehicles', [vehicleDocument(liCar)])
    await insert(cloud, 'policies', [policy])
    await insert(cloud, 'benefits', [pack])
    await bindBy(cloud, lin, li, liCar)
    await appoint(cloud, { openid: counter.openid, name: '网点演示', role: 'branch', branchCode: 'SF0101' })
    await cloud.get(listVouchers, {}, lin)
  })
  afterAll(() => cloud.stop())
  beforeEach(() => cloud.setFaults([]))

  test('预约只有一个', async () => {
    const booking = {
      requestKey: newNonce(),
      kind: 'apply',
      branchCode: 'SF0102',
      name: '李女士',
      phone: li.phone,
      consent: true,
    } as const
    cloud.setFaults(rules, seed)
    expect(await persistently(() => cloud.ask(bookVisit, booking, lin))).toMatchObject({ ok: true })
    cloud.setFaults([])
    expect(await storedIn(cloud, 'leads')).toHaveLength(1)
  })

  test('收款账户只有一个', async () => {
    const account = { cardNumber: '6222020000000000000', bankName: '工行', consent: true } as const
    cloud.setFaults(rules, seed)
    // Lost after it was done, the second asking is a change, for which the phone is to be proven again: nothing is done twice.
    const reply = await persistently(() => cloud.ask(saveBankAccount, account, lin))
    expect(reply.ok ? 'saved' : reply.code).toMatch(/^saved$|^phone-proof-needed$/)
    cloud.setFaults([])
    expect(await storedIn(cloud, 'bankAccounts')).toHaveLength(1)
  })

  test('核销只算一次', async () => {
    const voucherId = `${pack._id}.inspection`
    const { code } = await cloud.get(showVoucherCode, { voucherId }, lin)
    const request = { code, item: '安全检测', requestKey: newNonce() }
    cloud.setFaults(rules, seed)
    expect(await persistently(() => cloud.ask(redeemVoucher, request, counter))).toMatchObject({ ok: true })
    cloud.setFaults([])
    expect((await cloud.get(readVoucher, { voucherId }, lin)).history).toHaveLength(1)
  })

  test('绑定只占一个位置', async () => {
    await cloud.get(unbindPolicy, {}, lin)
    cloud.setFaults(rules, seed)
    const reply = await persistently(async () => {
      // A code from the button is good for one attempt; each press brings a new one.
      const code = await buttonCode(cloud, li.phone)
      const proof = { kind: 'plate', value: liCar.plate } as const
      return cloud.ask(bindPolicy, { phone: { kind: 'wechat', code }, proof }, lin)
    })
    cloud.setFaults([])
    expect(reply.ok ? 'bound' : reply.code).toMatch(/^bound$|^binding-locked$/)
    expect((await storedIn(cloud, 'bindings')).length).toBeLessThanOrEqual(1)
  })
})
