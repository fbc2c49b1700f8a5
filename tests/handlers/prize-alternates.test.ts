import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCollection, submitCollection } from '#contract/prize-collection'
import { draw } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import { startSwitch, stopSwitch } from '#contract/switches'
import { SWITCH_LEAD_MS } from '#rules/switches/switch'
import { day, startOf } from '#values/days'
import { type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { odds, stockOf } from './odds'
import { appoint } from './policy-book'
import { parcelTo } from './prizes'

const prizeId = 'phone-holder'
const chen = person('chen')
/** Writes let through: the one that passes the first unit on. */
const theFirstUnit = 1
const winners = [person('lin'), person('wang')]
/** In the order in which they hit it when none was left. */
const line = [person('zhao'), person('qian'), person('sun')]
const [zhao, qian, sun] = line
const morningOf = (on: string) => startOf(day(on)) + 10 * 3_600_000

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign([...odds([0.0001, 0.0001, 0.0001, 99.9997]), ...stockOf(3, 2)])
  for (const who of [...winners, ...line]) {
    cloud.clock.advance(60_000)
    await cloud.get(draw, { nonce: newNonce() }, who)
  }
  await appoint(cloud, { openid: chen.openid, name: '陈演示', role: 'admin' })
})
afterAll(() => cloud.stop())

const prizesOf = async (who: Person | undefined) => (await cloud.get(listMyPrizes, {}, who ?? null)).prizes
const proofOf = (report: Awaited<ReturnType<CampaignCloud['runTimer']>>) =>
  report.reconciliation?.prizes.find((proof) => proof.prizeId === prizeId)

test('截止日之前：没有人放弃，也没有补发', async () => {
  cloud.clock.set(morningOf('2026-11-13'))
  const report = await cloud.runTimer()
  expect(report).toMatchObject({ prizeDeadlines: { expired: 0 }, passedOn: 0 })
  expect(await prizesOf(zhao)).toEqual([])
})

test('逾期两件，退回库存；停着的奖品先不补发', async () => {
  const why = '供货商停产，先停下来核实'
  await cloud.get(stopSwitch, { what: `prize:${prizeId}`, why }, chen)
  cloud.clock.set(morningOf('2026-11-14'))
  const report = await cloud.runTimer()
  expect(report).toMatchObject({ prizeDeadlines: { expired: 2, returned: 2 }, passedOn: 0 })
  expect(await prizesOf(zhao)).toEqual([])
  await cloud.get(startSwitch, { what: `prize:${prizeId}`, why: '核实完毕，恢复' }, chen)
  cloud.clock.advance(SWITCH_LEAD_MS)
})

test('恢复后补发，补到一半断了：下一次补齐，每件只补发一次，库存对得上', async () => {
  // The first prize is passed on whole; the second breaks off between its ledger entry and its unit.
  const beforeItsUnit = {
    action: 'database.modifyDocument',
    function: 'scheduled',
    fault: { kind: 'error', code: 'DATABASE_REQUEST_FAILED' },
  } as const
  cloud.setFaults([{ ...beforeItsUnit, after: theFirstUnit }])
  expect((await cloud.runTimer()).failed).toContain('passedOn')
  cloud.setFaults([])
  expect(await prizesOf(qian)).toHaveLength(1)
  const finishing = await cloud.runTimer()
  expect(finishing.passedOn).toBe(1)
  expect(proofOf(finishing)).toMatchObject({ quantity: 2, won: 4, left: 0, held: 0, returned: 2, holds: true })
  expect((await cloud.runTimer()).passedOn).toBe(0)
})

test('先抽中的两位得到补发，看得到最后一天；后面的没有', async () => {
  for (const who of [zhao, qian]) {
    const [prize, ...others] = await prizesOf(who)
    expect(others).toEqual([])
    expect(prize).toMatchObject({ prizeId, next: '请在 11 月 27 日前（含当日）填写领奖信息，逾期视为放弃。' })
    const { notices } = await cloud.get(listMyPrizes, {}, who ?? null)
    expect(notices.map(({ title }) => title)).toEqual(['车载手机支架：已补发给您'])
  }
  expect(await prizesOf(sun)).toEqual([])
})

test('候补的人填写后待核实；也逾期的不再往后补发，一份留在库存', async () => {
  const [prize] = await prizesOf(zhao)
  const benefitId = prize?.benefitId ?? ''
  expect(await cloud.get(openCollection, { benefitId }, zhao ?? null)).toMatchObject({ untilOn: '2026-11-27' })
  await cloud.get(submitCollection, parcelTo(benefitId), zhao ?? null)

  cloud.clock.set(morningOf('2026-11-28'))
  const report = await cloud.runTimer()
  expect(report).toMatchObject({ prizeDeadlines: { expired: 1, returned: 1 }, passedOn: 0 })
  expect(proofOf(report)).toMatchObject({ won: 4, left: 1, returned: 3, holds: true })
  expect(await prizesOf(sun)).toEqual([])
})
