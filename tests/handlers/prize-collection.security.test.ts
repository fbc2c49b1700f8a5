import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { uploadCodes } from '#contract/coupon-codes'
import { lookUpCustomer, showCustomerCode } from '#contract/customer-code'
import { openCollection, showPrizeCode, submitCollection } from '#contract/prize-collection'
import { handOverPrize, lookUpPrize, undoHandOver } from '#contract/prize-counter'
import { revealCollection, sendBackCollection } from '#contract/prize-details'
import { listPrizeItems } from '#contract/prize-lists'
import { exportShippingList, sendPrize } from '#contract/prize-sending'
import { day, endOf, startOf } from '#values/days'
import { type CampaignCloud, newNonce, onEighthDay, type Person, person, runningCampaign } from './campaign-cloud'
import { crashAfterEach } from './crash'
import { appoint, insert, storedIn } from './policy-book'
import { fetchedAt, ledgerOf, parcelTo, review, wonBy } from './prizes'

let cloud: CampaignCloud
const [lin, wang, eve] = [person('lin'), person('wang'), person('eve')]
const [reviewer, other, analyst] = [person('reviewer'), person('reviewer-two'), person('analyst')]
const [here, there] = [person('counter-here'), person('counter-there')]
const edits = [[['prizeDraw', 'collection', 'opensOn'], '2026-09-08']] as const
const lastDay = day('2026-11-13')

beforeAll(async () => {
  cloud = await runningCampaign(edits)
  for (const who of [reviewer, other]) await appoint(cloud, { openid: who.openid, name: '审核演示', role: 'reviewer' })
  await appoint(cloud, { openid: analyst.openid, name: '分析演示', role: 'analyst' })
  await appoint(cloud, { openid: here.openid, name: '中心演示', role: 'branch', branchCode: 'SF0101' })
  await appoint(cloud, { openid: there.openid, name: '东城演示', role: 'branch', branchCode: 'SF0102' })
})
afterAll(() => cloud.stop())

let wins = 0
/** Another prize of that person, in the ledger. */
async function another(who: Person, prizeId = 'phone-holder'): Promise<string> {
  wins += 1
  const benefit = wonBy(who, prizeId, wins)
  await insert(cloud, 'benefits', [benefit])
  return benefit._id
}

/** A prize that is verified and waits at a branch. */
async function waitingAt(branchCode: string): Promise<string> {
  const id = await another(lin)
  await cloud.get(submitCollection, fetchedAt(id, branchCode), lin)
  expect(await review(cloud, reviewer, id)).toBe('done')
  return id
}
const codeOf = async (benefitId: string) => (await cloud.get(showPrizeCode, { benefitId }, lin)).code

test('别人的奖品：打不开、提交不了、出不了码，和没有这件奖品一样', async () => {
  const id = await another(lin)
  for (const benefitId of [id, 'made-up']) {
    expect(await cloud.ask(openCollection, { benefitId }, eve)).toMatchObject({ code: 'prize-unknown' })
    expect(await cloud.ask(submitCollection, parcelTo(benefitId), eve)).toMatchObject({ code: 'prize-unknown' })
    expect(await cloud.ask(showPrizeCode, { benefitId }, eve)).toMatchObject({ code: 'prize-unknown' })
  }
  expect(await cloud.ask(openCollection, { benefitId: id }, null)).toMatchObject({ code: 'not-signed-in' })
})

test('只管一个网点的审核员：看不到、寄不了别处的奖品，导不出收件人', async () => {
  const far = person('reviewer-far')
  await appoint(cloud, { openid: far.openid, name: '东城审核', role: 'reviewer', branchCode: 'SF0102' })
  const [away, near] = [await another(lin), await another(lin)]
  await cloud.get(submitCollection, fetchedAt(away, 'SF0101'), lin)
  await cloud.get(submitCollection, fetchedAt(near, 'SF0102'), lin)
  const reveal = (benefitId: string) =>
    cloud.ask(revealCollection, { benefitId, what: 'recipient', why: '核对收件人' }, far)
  expect(await reveal(away)).toMatchObject({ ok: false, code: 'prize-unknown' })
  expect(await reveal(near)).toMatchObject({ ok: true })
  const { version } = await ledgerOf(cloud, away)
  expect(await cloud.ask(sendBackCollection, { benefitId: away, version, why: '姓名不全' }, far)).toMatchObject({
    code: 'prize-unknown',
  })
  const parcel = { benefitId: away, carrier: 'sf' as const, trackingNumber: 'SF1234567890123' }
  expect(await cloud.ask(sendPrize, parcel, far)).toMatchObject({ code: 'not-allowed' })
  expect(await cloud.ask(exportShippingList, { why: '今天寄出' }, far)).toMatchObject({ code: 'not-allowed' })
})

describe('时间的两边', () => {
  test.each([
    ['开始填写日前半分钟', startOf(day('2026-09-08')) - 30_000, 'collection-not-open'],
    ['开始填写日 0 点', startOf(day('2026-09-08')), null],
    ['截止日最后半分钟', endOf(lastDay) - 30_000, null],
    ['过了截止日', endOf(lastDay), 'collection-closed'],
  ])('%s', async (_name, at, code) => {
    const id = await another(lin)
    cloud.clock.set(at)
    const answer = await cloud.ask(submitCollection, parcelTo(id), lin)
    cloud.clock.set(onEighthDay)
    expect(answer).toMatchObject(code === null ? { ok: true } : { ok: false, code })
  })
})

test('电子券不用填；核实后不能改；还没核实不能出码', async () => {
  const wash = await another(lin, 'car-wash-35')
  expect(await cloud.ask(submitCollection, parcelTo(wash), lin)).toMatchObject({ code: 'collection-not-needed' })
  const id = await another(lin)
  await cloud.get(submitCollection, fetchedAt(id), lin)
  expect(await cloud.ask(showPrizeCode, { benefitId: id }, lin)).toMatchObject({ code: 'prize-not-ready' })
  await review(cloud, reviewer, id)
  const late = { ...fetchedAt(id, 'SF0102'), version: 1 }
  expect(await cloud.ask(submitCollection, late, lin)).toMatchObject({ code: 'collection-verified' })
})

test('这件奖品没有的方式、没有的网点、要证件却没给：在那一格指出，什么都没存', async () => {
  const id = await another(lin)
  const code = { way: 'code' as const, benefitId: id, version: 0, consent: true as const, name: '林演示' }
  expect(await cloud.ask(submitCollection, code, lin)).toMatchObject({ code: 'input-invalid' })
  expect(await cloud.ask(submitCollection, fetchedAt(id, 'NOWHERE'), lin)).toMatchObject({ code: 'branch-unknown' })
  const card = await another(lin, 'fuel-card-200')
  expect(await cloud.ask(submitCollection, parcelTo(card), lin)).toMatchObject({ code: 'input-invalid' })
  for (const benefitId of [id, card]) expect((await ledgerOf(cloud, benefitId)).waitsFor).toBe('customer')
})

test('两部手机同时提交：一份留下，另一份被告知已改过', async () => {
  const id = await another(lin)
  const one = parcelTo(id)
  const two = { ...one, address: '另一条路 9 号 101' }
  const answers = await Promise.all([cloud.ask(submitCollection, one, lin), cloud.ask(submitCollection, two, lin)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await ledgerOf(cloud, id)).toMatchObject({ waitsFor: 'review' })
})

test('截止后定时器与提交赛跑：先提交的不会逾期，逾期的提交不了', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => another(wang)))
  cloud.clock.set(endOf(lastDay) - 30_000)
  for (const id of ids.slice(0, 3)) await cloud.get(submitCollection, parcelTo(id), wang)
  cloud.clock.set(endOf(lastDay) + 10 * 60_000)
  const [, , ...late] = await Promise.all([
    cloud.runTimer(),
    cloud.runTimer(),
    ...ids.slice(3).map((id) => cloud.ask(submitCollection, parcelTo(id), wang)),
  ])
  expect(late.every((answer) => !answer.ok && answer.code === 'collection-closed')).toBe(true)
  await cloud.runTimer()
  const kinds = await Promise.all(ids.map(async (id) => (await ledgerOf(cloud, id)).status.kind))
  expect(kinds).toEqual(['pending', 'pending', 'pending', 'expired', 'expired', 'expired'])
  const shards = (await storedIn(cloud, 'stockShards')).map((text) => JSON.parse(text) as { returned: string[] })
  const back = shards.flatMap(({ returned }) => returned)
  expect(ids.slice(3).map((id) => back.filter((one) => one === id).length)).toEqual([1, 1, 1])
  cloud.clock.set(onEighthDay)
})

test('六件奖品、两个券码、三个定时器同时跑：正好两件得到券码，各不相同', async () => {
  const ids = await Promise.all(Array.from({ length: 6 }, () => another(eve, 'maintenance-120')))
  const list = { prizeId: 'maintenance-120', text: 'CARE-0001\nCARE-0002', preview: false }
  await Promise.all([cloud.get(uploadCodes, list, reviewer), cloud.get(uploadCodes, list, other)])
  await Promise.all([
    cloud.runTimer(),
    cloud.runTimer(),
    cloud.runTimer(),
    cloud.get(openCollection, { benefitId: ids[5] ?? '' }, eve),
  ])
  const views = await Promise.all(ids.map((benefitId) => cloud.get(openCollection, { benefitId }, eve)))
  const codes = views.flatMap(({ handOver }) => (handOver?.kind === 'code' ? [handOver.code] : []))
  expect(codes.sort()).toEqual(['CARE-0001', 'CARE-0002'])
  expect(views.filter(({ stage }) => stage === 'code-coming')).toHaveLength(4)
  expect(await cloud.ask(uploadCodes, { ...list, prizeId: 'car-wash-35' }, reviewer)).toMatchObject({
    data: { added: 0, problems: [{ line: 1 }, { line: 2 }] },
  })
  expect(await cloud.ask(uploadCodes, { ...list, prizeId: 'phone-holder' }, reviewer)).toMatchObject({
    code: 'prize-not-coupon',
  })
})

describe('柜台', () => {
  test('另一个网点的奖品：查不了也发不了', async () => {
    const code = await codeOf(await waitingAt('SF0101'))
    expect(await cloud.ask(lookUpPrize, { code }, there)).toMatchObject({ code: 'prize-not-here' })
    const request = { code, requestKey: newNonce() }
    expect(await cloud.ask(handOverPrize, request, there)).toMatchObject({ code: 'prize-not-here' })
    expect(await cloud.ask(handOverPrize, request, here)).toMatchObject({ ok: true })
  })

  test('一个码在柜台同时用八次、用过再用、过期再用：正好发一次', async () => {
    const id = await waitingAt('SF0101')
    const code = await codeOf(id)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => cloud.ask(handOverPrize, { code, requestKey: newNonce() }, here)),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await cloud.ask(handOverPrize, { code, requestKey: newNonce() }, here)).toMatchObject({ code: 'code-used' })
    expect(await cloud.ask(showPrizeCode, { benefitId: id }, lin)).toMatchObject({ code: 'prize-handed-over' })
    const late = await codeOf(await waitingAt('SF0101'))
    cloud.clock.advance(3 * 60_000)
    expect(await cloud.ask(handOverPrize, { code: late, requestKey: newNonce() }, here)).toMatchObject({
      code: 'code-expired',
    })
    cloud.clock.set(onEighthDay)
  })

  test('发奖途中实例在隔三步的各处崩溃，带着同一个请求再试：正好一次，账上也是', async () => {
    const interruptions = await crashAfterEach(
      cloud,
      'staff',
      async (interrupted) => {
        const id = await waitingAt('SF0101')
        const request = { code: await codeOf(id), requestKey: newNonce() }
        await interrupted(() => cloud.ask(handOverPrize, request, here))
        expect(await cloud.ask(handOverPrize, request, here)).toMatchObject({ ok: true })
        expect((await ledgerOf(cloud, id)).status).toMatchObject({ kind: 'fulfilled' })
      },
      3,
    )
    expect(interruptions).toBeGreaterThan(2)
  })

  test('别人发的撤不回，过了时间自己也撤不回', async () => {
    const id = await waitingAt('SF0101')
    await cloud.get(handOverPrize, { code: await codeOf(id), requestKey: newNonce() }, here)
    const undo = { benefitId: id, why: '登记错了' }
    expect(await cloud.ask(undoHandOver, undo, there)).toMatchObject({ code: 'prize-unknown' })
    cloud.clock.advance(10 * 60_000 + 1)
    expect(await cloud.ask(undoHandOver, undo, here)).toMatchObject({ code: 'hand-over-final' })
    cloud.clock.set(onEighthDay)
  })

  test('身份码：过期、编造的都查不到；客户、维修厂、审核人不能查', async () => {
    const { code } = await cloud.get(showCustomerCode, {}, lin)
    for (const who of [lin, reviewer]) {
      expect(await cloud.ask(lookUpCustomer, { code }, who)).toMatchObject({ code: 'not-allowed' })
    }
    expect(await cloud.ask(lookUpCustomer, { code: 'C00000000000' }, here)).toMatchObject({ code: 'code-unknown' })
    cloud.clock.advance(3 * 60_000)
    expect(await cloud.ask(lookUpCustomer, { code }, here)).toMatchObject({ code: 'code-expired' })
    cloud.clock.set(onEighthDay)
  })
})

test('没有这个角色的：不能寄出、退回、查看、导出、传券码；网点只看得到自己的', async () => {
  const id = await waitingAt('SF0101')
  for (const who of [lin, analyst, here]) {
    const asked = [
      cloud.ask(sendPrize, { benefitId: id, carrier: 'sf', trackingNumber: 'SF1234567890' }, who),
      cloud.ask(sendBackCollection, { benefitId: id, version: 1, why: '地址不完整' }, who),
      cloud.ask(revealCollection, { benefitId: id, what: 'recipient', why: '看看' }, who),
      cloud.ask(exportShippingList, { why: '看看' }, who),
      cloud.ask(uploadCodes, { prizeId: 'car-wash-35', text: 'AAAAAA', preview: false }, who),
    ]
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject({ ok: false, code: 'not-allowed' })
  }
  const seen = await cloud.get(listPrizeItems, { list: 'to-collect' }, there)
  expect(seen.items).toEqual([])
  expect((await cloud.get(listPrizeItems, { list: 'review' }, here)).items).toEqual([])
  expect(
    (await cloud.get(listPrizeItems, { list: 'to-collect' }, here)).items.map(({ benefitId }) => benefitId),
  ).toContain(id)
})

test('看收件人有每天的次数：第 61 次不给看，也不记', async () => {
  const curious = person('reviewer-curious')
  await appoint(cloud, { openid: curious.openid, name: '审核好奇', role: 'reviewer' })
  const id = await waitingAt('SF0101')
  const look = () => cloud.ask(revealCollection, { benefitId: id, what: 'recipient', why: '核对收件人' }, curious)
  for (let times = 0; times < 60; times += 1) expect((await look()).ok).toBe(true)
  const logged = (await storedIn(cloud, 'accessLog')).length
  expect(await look()).toMatchObject({ ok: false, code: 'too-many-look-ups' })
  expect(await storedIn(cloud, 'accessLog')).toHaveLength(logged)
})

test('两人同时审核与退回：正好一个生效', async () => {
  const id = await another(lin)
  await cloud.get(submitCollection, parcelTo(id), lin)
  const { version } = await ledgerOf(cloud, id)
  const [approved, back] = await Promise.all([
    review(cloud, reviewer, id),
    cloud.ask(sendBackCollection, { benefitId: id, version, why: '门牌号不完整' }, other),
  ])
  expect([approved === 'done', back.ok].filter(Boolean)).toHaveLength(1)
})

test('前面有两百件没通过的，后面核实了的照样在待寄清单里', async () => {
  const id = await another(lin)
  await cloud.get(submitCollection, parcelTo(id), lin)
  expect(await review(cloud, reviewer, id)).toBe('done')
  const text = (await storedIn(cloud, 'prizeCollections')).find((one) => one.includes(id)) ?? ''
  const stuck = Array.from({ length: 205 }, (_, index) => ({
    ...JSON.parse(text),
    _id: `demo-2026-autumn.0.${1000 + index}`,
  }))
  await insert(cloud, 'prizeCollections', stuck)
  expect((await cloud.get(exportShippingList, { why: '交给快递' }, reviewer)).text).toContain(id)
})

test('存下来的没有姓名、电话、地址、券码；名单上只有遮住的', async () => {
  const stored = (
    await Promise.all(
      ['prizeCollections', 'couponCodes', 'notices', 'customerCodes'].map((name) => storedIn(cloud, name)),
    )
  )
    .flat()
    .join('\n')
  for (const secret of ['林演示', '13800001234', '演示路', 'CARE-0001', 'openid-']) expect(stored).not.toContain(secret)
  const shown = JSON.stringify(await cloud.get(listPrizeItems, { list: 'review' }, reviewer))
  for (const secret of ['林演示', '13800001234', '演示路']) expect(shown).not.toContain(secret)
})
