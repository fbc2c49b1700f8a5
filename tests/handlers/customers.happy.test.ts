import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { saveBankAccount } from '#contract/bank-account'
import { findCustomers, listDeletions, proposeDeletion, readCustomer, unmaskField } from '#contract/customers'
import { bookVisit } from '#contract/leads'
import { readMyData, requestDeletion } from '#contract/my-data'
import { draw, listMyDraws } from '#contract/prize-draw'
import { approveProposal } from '#contract/proposals'
import { accountOf } from '#store/accounts'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { alwaysWins } from './odds'
import { appoint, bindBy, holderOf, insert, li, liCar, removed, tellOfBoth, zhang } from './policy-book'
import { documentsOf } from './policy-feed'

const [chen, wu, lin] = [person('chen'), person('wu'), person('lin')]
const account = accountOf(lin.openid)
let cloud: CampaignCloud

beforeAll(async () => {
  cloud = await runningCampaign(alwaysWins)
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  await cloud.get(saveBankAccount, { cardNumber: '6222020000000000000', bankName: '工行', consent: true }, lin)
  await cloud.get(draw, { nonce: newNonce() }, lin)
  await cloud.get(
    bookVisit,
    { requestKey: newNonce(), kind: 'apply', branchCode: 'SF0101', name: '李女士', phone: li.phone, consent: true },
    lin,
  )
  await appoint(cloud, { openid: chen.openid, name: '陈演示', role: 'admin' })
  await appoint(cloud, { openid: wu.openid, name: '吴演示', role: 'reviewer' })
})
afterAll(() => cloud.stop())

const clear = [li.name, li.phone, li.idNumber, liCar.plate, liCar.vin, '6222020000000000000']

describe('查客户', () => {
  test.each([
    ['手机号', { by: 'phone', phone: li.phone }],
    ['车牌号', { by: 'plate', plate: liCar.plate.toLowerCase() }],
    ['姓名和证件号后 4 位', { by: 'name', name: li.name, idTail: li.idNumber.slice(-4) }],
    ['保单号', { by: 'policy', policyNumber: 'PDZA2025000000A1' }],
    ['我的信息里的编号', { by: 'account', account }],
  ] as const)('按%s：找到一位，全部打码', async (_name, search) => {
    const policies = (await documentsOf(cloud, 'policies')) as { holderId: string; policyNumber: string }[]
    const own = policies.find(({ holderId }) => holderId === holderOf(li))?.policyNumber ?? ''
    const { customers } = await cloud.get(
      findCustomers,
      search.by === 'policy' ? { by: 'policy', policyNumber: own } : search,
      chen,
    )
    expect(customers).toEqual([
      { customerId: holderOf(li), name: '李**', phone: '138****1234', plates: ['京A·8***1'], policies: 1 },
    ])
  })

  test.each([
    ['没有这个号码', { by: 'phone', phone: '13900000000' }],
    ['证件号后 4 位不对', { by: 'name', name: li.name, idTail: '0000' }],
    ['姓名不全', { by: 'name', name: '李演', idTail: li.idNumber.slice(-4) }],
  ] as const)('%s：谁也找不到', async (_name, search) => {
    expect((await cloud.get(findCustomers, search, chen)).customers).toEqual([])
  })

  test('没有绑定保单的人，凭编号也看得到抽奖', async () => {
    const guest = person('guest')
    await cloud.get(draw, { nonce: newNonce() }, guest)
    const picture = await cloud.get(readCustomer, { customerId: accountOf(guest.openid) }, chen)
    expect(picture).toMatchObject({ name: null, policies: [], draws: 1, mayUnmask: [] })
    expect(picture.prizes).toHaveLength(1)
  })
})

test('一位客户的全部：车、保单、权益、奖品、绑定、预约，没有一处是明文', async () => {
  const picture = await cloud.get(readCustomer, { customerId: holderOf(li) }, chen)
  expect(picture).toMatchObject({
    name: '李**',
    bankAccount: { bankName: '中国工商银行', tail: '0000' },
    accounts: [{ account }],
    vehicles: [{ plate: '京A·8***1' }],
    policies: [{ state: 'in-force' }],
    prizes: [{ name: '35 元洗车抵用券' }],
    draws: 1,
    leads: [{ phone: '138****1234' }],
    deletion: null,
  })
  for (const text of clear) expect(JSON.stringify(picture)).not.toContain(text)
})

test('看一项完整信息：写明原因，客户看得到谁看了什么，审计里没有内容', async () => {
  const why = '客户来电核对手机号'
  const ask = { customerId: holderOf(li), field: 'phone', why } as const
  expect(await cloud.get(unmaskField, ask, chen)).toEqual({ value: li.phone })
  expect((await cloud.get(readMyData, {}, lin)).accesses[0]).toMatchObject({ what: '手机号', why })
  const { accesses } = await cloud.get(readCustomer, { customerId: holderOf(li) }, wu)
  expect(accesses[0]).toMatchObject({ who: '陈演示', field: '手机号', why })
  const log = await documentsOf(cloud, 'auditLog')
  expect(log.map(({ what }) => what)).toEqual(expect.arrayContaining(['customer.look-up', 'customer.unmask']))
  for (const text of clear) expect(JSON.stringify(log)).not.toContain(text)
})

describe('删除申请', () => {
  const earlier = { _id: 'spring.in-spring', campaignId: 'spring' }
  const listed = async (done: boolean) => (await cloud.get(listDeletions, { done }, wu)).requests

  test('客户提出后在清单里，写明哪些删、哪些依法留、留到什么时候', async () => {
    await cloud.get(requestDeletion, { understood: true }, lin)
    // Made after the request: the second person's approval takes it.
    const [own] = (await documentsOf(cloud, 'drawBooks')).filter((one) => one.account === account)
    await insert(cloud, 'drawBooks', [
      { ...own, ...earlier, pseudonym: 'in-spring', shareId: 'spring', channel: 'branch' },
    ])
    await insert(cloud, 'invitees', [{ ...earlier, account, invitations: [], version: 1 }])
    await insert(cloud, 'notices', [{ _id: 'b.returned', account, push: 'waiting', dismissedAt: null }])
    const [request] = await listed(false)
    expect(request).toMatchObject({ account, name: '李**', state: 'requested', overdue: false })
    const plan = Object.fromEntries((request?.plan ?? []).map((row) => [row.what, row.delete]))
    expect(plan).toMatchObject({
      微信与保单的绑定: true,
      小程序里的通知: true,
      '抽奖记录里的公众号标识、渠道和海报': true,
      '抽奖记录（只有编号，没有姓名）': false,
      保单: false,
      领奖信息: false,
    })
  })

  test('一页 20 份，同一时刻提出的也一份不漏、不重；待处理的从最早的起，已处理的从最近的起', async () => {
    const at = Date.parse('2026-08-20T10:00+08:00')
    const request = (state: string, n: number) => ({
      ...{ _id: `${state}-${String(n).padStart(2, '0')}`, holderId: null, dueOn: '2026-09-04', state },
      ...{ requestedAt: at + (n < 25 ? 0 : n), answer: state === 'done' ? { at, by: [], rows: [] } : null },
    })
    const many = ['requested', 'done'].flatMap((state) => Array.from({ length: 26 }, (_, n) => request(state, n)))
    await insert(cloud, 'deletionRequests', many)
    const pages = async (done: boolean) => {
      const first = await cloud.get(listDeletions, { done }, wu)
      const second = await cloud.get(listDeletions, { done, cursor: first.next }, wu)
      expect(first.requests).toHaveLength(20)
      expect(second.next).toBeNull()
      return [...first.requests, ...second.requests].map((one) => one.account)
    }
    const idsOf = (state: string) => many.flatMap((one) => (one.state === state ? one._id : []))
    expect(await pages(false)).toEqual([...idsOf('requested'), account])
    expect(await pages(true)).toEqual([...idsOf('done').slice(-1), ...idsOf('done').slice(0, -1)])
    await Promise.all(many.map(({ _id }) => removed(cloud, 'deletionRequests', _id)))
  })

  test('一个人提出、另一个人同意才删；客户在我的信息里看到结果', async () => {
    const input = { account, reason: '客户书面要求', requestKey: newNonce() }
    const { proposalId } = await cloud.get(proposeDeletion, input, wu)
    expect((await listed(false))[0]?.state).toBe('proposed')
    expect(await cloud.ask(approveProposal, { proposalId }, wu)).toMatchObject({ code: 'proposal-own' })
    expect(await cloud.get(approveProposal, { proposalId }, chen)).toMatchObject({ state: 'done' })

    const { deletion } = await cloud.get(readMyData, {}, lin)
    expect(deletion).toMatchObject({ state: 'done' })
    expect(deletion?.answer).toContain('微信与保单的绑定：已删除')
    expect(deletion?.answer).toContain('小程序里的通知：已删除')
    expect(await documentsOf(cloud, 'notices')).toEqual([])
    expect(deletion?.answer.join()).toMatch(/保单：保留到 \d{4} 年/)
    const books = (await documentsOf(cloud, 'drawBooks')).filter((one) => one.account === account)
    const forgotten = { unionid: null, channel: null, posterFileId: null }
    expect(books, '往期活动的也一样').toMatchObject([forgotten, forgotten])
    expect(await documentsOf(cloud, 'invitees')).toEqual([])
    expect((await cloud.get(listMyDraws, {}, lin)).draws).toHaveLength(1)
    expect(await listed(false)).toEqual([])
    expect(await listed(true)).toMatchObject([{ account, state: 'done' }])
  })

  test('处理过的不能再提', async () => {
    const input = { account, reason: '再删一次', requestKey: newNonce() }
    expect(await cloud.ask(proposeDeletion, input, wu)).toMatchObject({ code: 'deletion-unknown' })
  })
})

test('另一位客户什么都没变', async () => {
  expect((await cloud.get(findCustomers, { by: 'phone', phone: zhang.phone }, chen)).customers).toHaveLength(1)
})
