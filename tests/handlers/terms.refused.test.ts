import { afterAll, beforeAll, expect, test } from 'vitest'
import { approveProposal } from '#contract/proposals'
import { changeTerms, checkTerms, readTerms } from '#contract/terms'
import { type CampaignEdits, campaignFile } from '../fixtures/edited-campaign'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { stockOf } from './odds'
import { appoint } from './policy-book'

const [chen, lin] = [person('chen'), person('lin')]
const reason = '合作方加赠洗车券'
let cloud: CampaignCloud

beforeAll(async () => {
  cloud = await runningCampaign()
  await appoint(cloud, { openid: chen.openid, name: '陈演示', role: 'admin' })
  await appoint(cloud, { openid: lin.openid, name: '林演示', role: 'admin' })
  await appoint(cloud, { openid: person('reviewer').openid, name: '演示', role: 'reviewer' })
  await appoint(cloud, { openid: person('branch').openid, name: '演示', role: 'branch', branchCode: 'SF0101' })
})
afterAll(() => cloud.stop())

const change = (edits: CampaignEdits, by = chen) =>
  cloud.ask(changeTerms, { file: 'x.yaml', text: campaignFile(edits), reason, requestKey: newNonce() }, by)
const versionsNow = async () => (await cloud.get(readTerms, {}, chen)).versions.map(({ version }) => version)
const phone = (last: number): CampaignEdits => [[['organiser', 'phone'], `400-000-000${last}`]]

test.each<[string, CampaignEdits]>([
  ['奖品减量', stockOf(2, 2_900)],
  ['返还到账更晚', [[['renewalRebate', 'paidWithinWorkingDays'], 16]]],
  ['延长活动', [[['period', 'endsOn'], '2026-11-01']]],
  ['有利的里面夹着一处不利的', [...stockOf(2, 3_100), [['renewalRebate', 'paidWithinWorkingDays'], 16]]],
])('%s：一律不能发布，指出是哪一处、为什么', async (_name, edits) => {
  const answer = await change(edits)
  expect(answer.ok ? 'published' : answer.code).toMatch(/^terms-unfavourable$/)
  expect(await versionsNow()).toEqual([1])
})

test('别的活动的文件', async () => {
  expect(await change([[['campaignId'], 'other-2026']])).toMatchObject({ code: 'terms-other-campaign' })
})

test.each(['reviewer', 'branch', 'customer'])('%s 不能更改条款', async (who) => {
  expect(await change(phone(1), person(who))).toMatchObject({ code: 'not-allowed' })
  const check = { file: 'x.yaml', text: campaignFile(phone(1)) }
  expect(await cloud.ask(checkTerms, check, person(who))).toMatchObject({ code: 'not-allowed' })
})

test('网点和客户看不到后台的条款页', async () => {
  for (const who of ['branch', 'customer']) {
    expect(await cloud.ask(readTerms, {}, person(who))).toMatchObject({ code: 'not-allowed' })
  }
  expect(await cloud.ask(readTerms, { version: 99 }, chen)).toMatchObject({ code: 'terms-unknown' })
})

test('两个人同时发布：一版都没有丢，各是各的版本，落在后面的要对照新的一版', async () => {
  const answers = await Promise.all([change(phone(2), chen), change(phone(3), lin)])
  const published = answers.flatMap((answer) =>
    answer.ok && answer.data.kind === 'published' ? [answer.data.version] : [],
  )
  expect(published.length).toBeGreaterThan(0)
  expect(new Set(published).size).toBe(published.length)
  for (const answer of answers) if (!answer.ok) expect(answer.code).toBe('terms-moved-on')
  const { version, versions } = await cloud.get(readTerms, {}, chen)
  expect(version).toBe(Math.max(...published))
  expect(versions.filter(({ inForce }) => inForce)).toHaveLength(1)
})

test('两份提议对照同一版：同意了一份，另一份要重新提出', async () => {
  const [more, most] = await Promise.all([change(stockOf(2, 3_100)), change(stockOf(2, 3_200))])
  const ids = [more, most].map((answer) => (answer.ok && answer.data.kind === 'proposed' ? answer.data.proposalId : ''))
  const answers = await Promise.all(ids.map((proposalId) => cloud.ask(approveProposal, { proposalId }, lin)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'terms-moved-on' })
})
