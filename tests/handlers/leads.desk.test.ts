import { afterAll, beforeAll, expect, test } from 'vitest'
import { listLeads, noteCall, revealLead } from '#contract/lead-desk'
import { bookVisit } from '#contract/leads'
import { readMyData, requestDeletion } from '#contract/my-data'
import type { InputOf } from '#contract/operation'
import { readOverview } from '#contract/overview'
import { DAY_MS, day, startOf } from '#values/days'
import { entriesOf, expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, onEighthDay, type Person, person, runningCampaign } from './campaign-cloud'
import { appoint, bindBy, insert, li, liCar, policyDocument, storedIn, tellOfBoth } from './policy-book'
import { analyst, branchPerson, finance, reviewer, takeOnStaff } from './staff-people'

let cloud: CampaignCloud
const [lin, chen, elsewhere, workshop] = ['lin', 'chen', 'elsewhere', 'workshop'].map(person) as [
  Person,
  Person,
  Person,
  Person,
]
const why = '按预约致电客户'
beforeAll(async () => {
  cloud = await runningCampaign()
  await tellOfBoth(cloud)
  await bindBy(cloud, lin, li, liCar)
  await takeOnStaff(cloud)
  await appoint(cloud, { openid: elsewhere.openid, name: '别处演示', role: 'branch', branchCode: 'SF0102' })
  await appoint(cloud, { openid: workshop.openid, name: '厂方演示', role: 'workshop', workshopId: 'demo-north' })
})
afterAll(() => cloud.stop())

type Booking = InputOf<typeof bookVisit>
const suv = { vehicleType: 'suv', usageNature: 'family', drivingRegion: 'province', payableFen: 380_000 } as const
const book = async (who: Person, changes: Partial<Booking> = {}): Promise<string> => {
  const input: Booking = {
    ...{ requestKey: newNonce(), kind: 'apply', branchCode: 'SF0101', name: '陈先生', phone: '13800005678' },
    ...{ consent: true, ...changes },
  }
  return (await cloud.get(bookVisit, input, who)).leadId
}
const list = (who: Person, filter: InputOf<typeof listLeads>['filter'] = {}) => cloud.get(listLeads, { filter }, who)
const idsOf = async (who: Person, filter: InputOf<typeof listLeads>['filter'] = {}) =>
  (await list(who, filter)).items.map(({ leadId }) => leadId)
const note = (leadId: string, changes: Partial<InputOf<typeof noteCall>> = {}, who = branchPerson) =>
  cloud.ask(noteCall, { leadId, outcome: 'reached', requestKey: newNonce(), ...changes }, who)

test('网点看到本网点的预约：打码，先承诺的在前；别的网点看不到，总部都看到', async () => {
  const late = await book(chen, { quoted: suv, plate: '京a·12345', channel: 'official-account' })
  cloud.clock.advance(DAY_MS)
  const { vehicleId } = policyDocument(li, liCar)
  const renewal = await book(lin, { kind: 'renew', vehicleId, name: '李女士', phone: '13800001234' })
  const other = await book(chen, { branchCode: 'SF0102' })
  const { items } = await list(branchPerson)
  expect(items.map(({ leadId }) => leadId)).toEqual([late, renewal])
  expect(items[0]).toMatchObject({
    ...{ name: '陈**', phone: '138****5678', plate: '京A·1***5', quoted: suv, overdue: false, calls: [] },
    ...{ branchName: '示范市中心营业部（演示）', channelName: '公众号推文', callsUntilOn: '2026-09-09' },
  })
  expect(items[1]).toMatchObject({ kind: 'renew', plate: '京A·8***1', channelName: null })
  expect(await idsOf(elsewhere)).toEqual([other])
  expect(await idsOf(branchPerson, { branchCode: 'SF0102' })).toEqual([late, renewal])
  expect(await idsOf(analyst)).toEqual([late, renewal, other].sort(byPromise(late)))
  expect(await idsOf(reviewer, { kind: 'renew' })).toEqual([renewal])
  expect(await idsOf(reviewer, { channel: 'official-account' })).toEqual([late])
  expect(await storedIn(cloud, 'leads').then((all) => all.join())).not.toContain('京A12345')
})

/** The promised first comes first, then by id. */
const byPromise = (first: string) => (one: string, another: string) =>
  one === first ? -1 : another === first ? 1 : one < another ? -1 : 1

test('看完整信息：记下，绑定了保单的客户在“我的信息”里也看得到', async () => {
  const [first = '', second = ''] = await idsOf(branchPerson)
  expect(await cloud.get(revealLead, { leadId: first, why }, branchPerson)).toEqual({
    ...{ name: '陈先生', phone: '13800005678', plate: '京A12345' },
  })
  expect(await cloud.get(revealLead, { leadId: second, why }, branchPerson)).toMatchObject({ phone: '13800001234' })
  for (const [who, fields] of [
    [chen, ['预约称呼', '预约手机号', '预约车牌号']],
    [lin, ['预约称呼', '预约手机号']],
  ] as const) {
    const { accesses } = await cloud.get(readMyData, {}, who)
    const seen = accesses.filter((access) => access.why === why)
    expect(seen.map(({ what }) => what).sort()).toEqual([...fields].sort())
    expect(new Set(seen.map(({ who: by }) => by))).toEqual(new Set(['工作人员或您的其他绑定微信']))
  }
  const [entry] = await entriesOf(cloud, 'customer.unmask', first)
  expect(entry).toMatchObject({ object: { kind: 'lead' }, after: { field: '称呼、手机号、车牌号' }, why })
  expect(JSON.stringify(entry)).not.toContain('13800005678')
})

test('登记联系：谁、什么时候、结果、备注；号码去掉；同一个请求再来只算一次、只记一次', async () => {
  const leadId = await book(chen)
  const requestKey = newNonce()
  const input = { outcome: 'coming', note: '周六上午来，另一个号码 13900001111', requestKey } as const
  await expectLoggedOnce(
    cloud,
    async () => (await cloud.get(noteCall, { leadId, ...input }, branchPerson)).state,
    'lead.call',
    leadId,
  )
  const { items } = await list(branchPerson, { state: 'contacted' })
  expect(items.find((one) => one.leadId === leadId)?.calls).toEqual([
    { at: expect.any(Number), by: '何网点', outcome: 'coming', note: '周六上午来，另一个号码 ‹号码›' },
  ])
  expect(await idsOf(branchPerson)).not.toContain(leadId)
  expect(await note(leadId)).toMatchObject({ ok: false, code: 'lead-changed' })
})

test('没有接通的还等着再打，第三次没有接通就到此为止', async () => {
  const leadId = await book(chen)
  for (const triesLeft of [2, 1]) {
    expect(await note(leadId, { outcome: 'no-answer' })).toMatchObject({ data: { state: 'open', triesLeft } })
    expect(await idsOf(branchPerson)).toContain(leadId)
  }
  expect(await note(leadId, { outcome: 'no-answer' })).toMatchObject({ data: { state: 'contacted', triesLeft: 0 } })
})

test('两个人同时登记：恰好一个算数，另一个说明要刷新', async () => {
  const leadId = await book(person('popular'))
  const answers = await Promise.all([branchPerson, reviewer, branchPerson].map((who) => note(leadId, {}, who)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.filter((one) => !one.ok && one.code === 'lead-changed')).toHaveLength(2)
  expect(await entriesOf(cloud, 'lead.call', leadId)).toHaveLength(1)
})

test('谁不能看、不能办：别的网点、财务、分析、维修厂、客户；猜到编号也一样', async () => {
  const leadId = await book(person('private'))
  const request = { leadId, why }
  expect(await cloud.ask(revealLead, request, elsewhere)).toMatchObject({ code: 'lead-unknown' })
  expect(await note(leadId, {}, elsewhere)).toMatchObject({ code: 'lead-unknown' })
  expect(await cloud.ask(revealLead, { leadId: 'none', why }, branchPerson)).toMatchObject({ code: 'lead-unknown' })
  for (const who of [finance, analyst, workshop, chen]) {
    expect(await cloud.ask(revealLead, request, who)).toMatchObject({ code: 'not-allowed' })
    expect(await note(leadId, {}, who)).toMatchObject({ code: 'not-allowed' })
  }
  for (const who of [finance, workshop, chen]) {
    expect(await cloud.ask(listLeads, {}, who)).toMatchObject({ code: 'not-allowed' })
  }
})

test('过了说好的日子没有联系：清单标逾期，概览数得出，定时任务告警；客户要求删除后都没有了', async () => {
  const late = await book(person('waiting'))
  cloud.clock.set(startOf(day('2026-09-11')) + 36_000_000)
  const fresh = await book(person('fresh'))
  const overdue = await idsOf(reviewer, { overdue: true })
  expect(overdue).toContain(late)
  expect(overdue).not.toContain(fresh)
  expect((await list(branchPerson)).items.find(({ leadId }) => leadId === late)?.overdue).toBe(true)
  const counted = async (who: Person) => (await cloud.get(readOverview, {}, who)).leads
  const own = await counted(branchPerson)
  expect(own).toEqual({ waiting: (await idsOf(branchPerson)).length, overdue: own.overdue })
  expect(await counted(reviewer)).toEqual({ waiting: own.waiting + 1, overdue: own.overdue + 1 })
  await cloud.runTimer()
  const complaints = cloud.logs({ function: 'scheduled', limit: 1 })[0]?.complaints.join()
  expect(complaints).toContain(`overdue: ${own.overdue + 1} leads`)
  await cloud.get(requestDeletion, { understood: true }, person('waiting'))
  expect(await counted(branchPerson)).toEqual({ waiting: own.waiting - 1, overdue: own.overdue - 1 })
  expect(await note(late)).toMatchObject({ code: 'lead-unknown' })
  cloud.clock.set(onEighthDay)
})

test('超过一页：接着上一页，一个不少、一个不重', async () => {
  const leadId = await book(person('many'), { branchCode: 'SF0103' })
  const one = (await storedIn(cloud, 'leads')).map((text) => JSON.parse(text)).find(({ _id }) => _id === leadId)
  const more = Array.from({ length: 54 }, (_, index) => ({ ...one, _id: `${leadId}-${index}` }))
  await insert(cloud, 'leads', more)
  const filter = { branchCode: 'SF0103' }
  const first = await cloud.get(listLeads, { filter }, reviewer)
  const second = await cloud.get(listLeads, { filter, cursor: first.next }, reviewer)
  expect([first.items.length, second.items.length, second.next]).toEqual([50, 5, null])
  expect(new Set([...first.items, ...second.items].map((item) => item.leadId)).size).toBe(55)
})
