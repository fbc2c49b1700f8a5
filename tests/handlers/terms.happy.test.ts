import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRules } from '#contract/campaign'
import type { Reply } from '#contract/envelope'
import { draw, openDrawPage, type Receipt, readFairness } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import { approveProposal, listProposals } from '#contract/proposals'
import type { DayExport } from '#contract/publishing'
import { changeTerms, checkTerms, compareVersions, readTerms } from '#contract/terms'
import { DAY_MS } from '#values/days'
import { factsOf } from '../../src/packages/fairness/facts'
import { proofText } from '../../src/packages/fairness/proof-text'
import { checkReceipt } from '../../src/packages/fairness/receipt-check/check-receipt'
import { type CampaignEdits, campaignFile } from '../fixtures/edited-campaign'
import { entriesOf, expectLoggedOnce } from './audit-log'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { alwaysWins, stockOf } from './odds'
import { appoint, insert } from './policy-book'
import { documentsOf } from './policy-feed'
import { verifyOffline } from './verify-offline'

const [chen, lin] = [person('chen'), person('lin')]
const hit = 'car-wash-35'
const base: CampaignEdits = [...alwaysWins, ...stockOf(2, 9)]
const file = 'campaigns/changed.yaml'
const reason = '合作方加赠洗车券'

let cloud: CampaignCloud
const change = (edits: CampaignEdits, requestKey = newNonce()) =>
  cloud.get(changeTerms, { file, text: campaignFile([...base, ...edits]), reason, requestKey }, chen)
const receipts: Receipt[] = []
async function drawBy(name: string): Promise<Receipt> {
  const { receipt } = await cloud.get(draw, { nonce: newNonce() }, person(name))
  receipts.push(receipt)
  return receipt
}
const prizeOnShow = async () =>
  (await cloud.get(openDrawPage, {}, person('looks'))).prizes.find(({ prizeId }) => prizeId === hit)

beforeAll(async () => {
  cloud = await runningCampaign(base)
  await appoint(cloud, { openid: chen.openid, name: '陈演示', role: 'admin' })
  await appoint(cloud, { openid: lin.openid, name: '林演示', role: 'admin' })
})
afterAll(() => cloud.stop())

test('条款页：每一项带条号和单位，文件原文一字不差', async () => {
  const read = await cloud.get(readTerms, {}, chen)
  expect(read).toMatchObject({ version: 1, phase: 'running', versions: [{ version: 1, inForce: true, by: [] }] })
  expect(read.source).toBe(campaignFile(base))
  expect(read.sections.flatMap(({ rows }) => rows)).toContainEqual({
    path: 'prizeDraw.prizes[3].quantity',
    label: '奖品 · 35 元洗车抵用券 · 数量',
    clause: '§5.4.3',
    value: '9 份',
  })
})

test('上传前先看：逐项对照，什么都没有写', async () => {
  const text = campaignFile([...base, ...stockOf(2, 20), [['organiser', 'phone'], '400-000-0001']])
  expect(await cloud.get(checkTerms, { file, text }, chen)).toMatchObject({
    kind: 'compared',
    decision: 'second-person',
    differences: [
      { path: 'organiser.phone', judgement: 'neutral', after: '400-000-0001' },
      { path: `prizeDraw.prizes[${hit}].quantity`, judgement: 'favourable', before: '9 份', after: '20 份' },
    ],
  })
  expect((await cloud.get(readTerms, {}, chen)).versions).toHaveLength(1)
})

test('文件有误：按行指出', async () => {
  const text = campaignFile([...base, [['prizeDraw', 'winningOddsPercent'], 31]])
  const checked = await cloud.get(checkTerms, { file, text }, chen)
  expect(checked).toMatchObject({ kind: 'problems' })
  if (checked.kind === 'problems') expect(checked.problems[0]).toMatchObject({ line: expect.any(Number) })
})

test('无关的更改：写明原因就发布，客户看到新的电话', async () => {
  expect(await change([[['organiser', 'phone'], '400-000-0001']])).toEqual({ kind: 'published', version: 2 })
  const { sections } = await cloud.get(readRules, {}, null)
  expect(JSON.stringify(sections)).toContain('400-000-0001')
  expect((await cloud.get(readTerms, {}, lin)).versions[0]).toMatchObject({ version: 2, by: ['陈演示'], why: reason })
})

test('同一个文件再提：什么都没变；发布断在记日志之前的，补记一条', async () => {
  const again = () => change([[['organiser', 'phone'], '400-000-0001']])
  expect(await again()).toEqual({ kind: 'unchanged', version: 2 })
  await expectLoggedOnce(cloud, again, 'campaign.publish', 'demo-2026-autumn.2')
})

test('奖品加量：先提议，另一个人同意才生效；库存加在原来的份里，抽奖和对账都对得上', async () => {
  for (let index = 0; index < 3; index += 1) expect((await drawBy(`before-${index}`)).outcome.kind).toBe('won')
  const edits: CampaignEdits = [[['organiser', 'phone'], '400-000-0001'], ...stockOf(2, 20)]
  const proposed = await change(edits)
  if (proposed.kind !== 'proposed') throw new Error('a favourable change wants a second person')
  expect(await prizeOnShow()).toMatchObject({ quantity: 9, left: 6 })

  const { proposals } = await cloud.get(listProposals, { open: true }, lin)
  expect(proposals[0]).toMatchObject({
    kind: 'terms-change',
    changes: [{ label: '互动抽奖 · 奖品 35 元洗车抵用券 · 数量（有利）', before: '9 份', after: '20 份' }],
  })
  const { proposalId } = proposed
  expect(await cloud.ask(approveProposal, { proposalId }, chen)).toMatchObject({ ok: false, code: 'proposal-own' })
  expect(await cloud.get(approveProposal, { proposalId }, lin)).toMatchObject({ state: 'done' })

  cloud.clock.advance(10_000)
  expect(await prizeOnShow()).toMatchObject({ quantity: 20 })
  for (let index = 0; index < 17; index += 1) expect((await drawBy(`after-${index}`)).outcome.kind).toBe('won')
  expect((await drawBy('too-late')).outcome).toEqual({ kind: 'out-of-stock', prizeId: hit })
  const { reconciliation } = await cloud.runTimer()
  expect(reconciliation?.prizes.find(({ prizeId }) => prizeId === hit)).toMatchObject({
    prizeId: hit,
    quantity: 20,
    won: 20,
    left: 0,
    held: 0,
    holds: true,
  })
})

test('已经给的不变：之前中的奖还是按当时那一版', async () => {
  const { prizes } = await cloud.get(listMyPrizes, {}, person('before-0'))
  expect(prizes[0]?.statement).toContainEqual({ label: '依据', value: '活动规则第 2 版 §5.4' })
  const late = await cloud.get(listMyPrizes, {}, person('after-0'))
  expect(late.prizes[0]?.statement).toContainEqual({ label: '依据', value: '活动规则第 3 版 §5.4' })
})

test('任两版的差别随时可查，谁提的、谁同意的都在', async () => {
  const { differences } = await cloud.get(compareVersions, { from: 3, to: 1 }, chen)
  expect(differences.map(({ judgement }) => judgement)).toEqual(['neutral', 'unfavourable'])
  const { versions } = await cloud.get(readTerms, {}, chen)
  expect(versions[0]).toMatchObject({ version: 3, inForce: true, by: ['陈演示', '林演示'], why: reason })
  const acts = await entriesOf(cloud, 'campaign.publish')
  expect(acts.map(({ object, who }) => [object.id, who.name])).toEqual([
    ['demo-2026-autumn.1', '部署凭证'],
    ['demo-2026-autumn.2', '陈演示'],
    ['demo-2026-autumn.3', '林演示'],
  ])
})

describe('次日核对改之前和改之后的抽奖', () => {
  const earlier = () => receipts.find(({ termsVersion }) => termsVersion === 2)
  const abandoned = { version: 4, hash: 'ef'.repeat(32) }
  const fairness = () => cloud.get(readFairness, {}, null)

  beforeAll(async () => {
    cloud.clock.advance(DAY_MS)
    await cloud.runTimer()
    // As a publication leaves it that broke off before its last step.
    const latest = (await documentsOf(cloud, 'terms')).find(({ version }) => version === 3)
    await insert(cloud, 'terms', [{ ...latest, _id: 'demo-2026-autumn.4', ...abandoned }])
  })

  test('公示写明生效过的每一版和指纹，存了而没有生效的不算', async () => {
    const stored = (await documentsOf(cloud, 'terms')).map(({ version, hash }) => ({ version, hash }))
    const { campaign, earlierTerms, odds } = await fairness()
    const shown = [...earlierTerms, campaign].map(({ termsVersion, termsHash }) => ({
      version: termsVersion,
      hash: termsHash,
    }))
    expect(shown.map(({ version }) => version)).toEqual([1, 2, 3])
    expect(stored).toEqual(expect.arrayContaining(shown))
    for (const before of earlierTerms) expect(before.odds).toEqual(odds)
  })

  test('手机上：每一张都通过，各按自己那一版', async () => {
    const facts = factsOf(await fairness())
    expect(new Set(receipts.map(({ termsVersion }) => termsVersion))).toEqual(new Set([2, 3]))
    for (const receipt of receipts) {
      expect(checkReceipt(receipt, facts)).toMatchObject({ verdict: 'genuine', termsVersion: receipt.termsVersion })
    }
  })

  test('编造的指纹、张冠李戴的版本、没有生效的版本：仍然不认', async () => {
    const facts = factsOf(await fairness())
    const receipt = earlier()
    if (!receipt) throw new Error('nothing was drawn before the change')
    const forged = [
      { termsHash: 'ab'.repeat(32) },
      { termsVersion: 3 },
      { termsVersion: abandoned.version, termsHash: abandoned.hash },
    ]
    for (const change of forged) {
      expect(checkReceipt({ ...receipt, ...change }, facts)).toEqual({ verdict: 'other-terms' })
    }
  })

  test('离线工具：改之前的一张凭证和跨着两版的一整天都相符', async () => {
    const receipt = earlier()
    if (!receipt) throw new Error('nothing was drawn before the change')
    expect(verifyOffline(proofText(receipt, await fairness()))).toContain('✓ 1 draw')
    const { result } = await cloud.call('staff', { operation: 'prize-draw.export-day', input: { on: receipt.on } })
    const reply = result as Reply<DayExport>
    if (!reply.ok) throw new Error(reply.message)
    expect(new Set(reply.data.draws.map(({ termsVersion }) => termsVersion))).toEqual(new Set([2, 3]))
    expect(verifyOffline(JSON.stringify(reply.data))).toContain(`✓ ${receipts.length} draws`)
  })
})
