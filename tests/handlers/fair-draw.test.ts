import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Reply } from '#contract/envelope'
import { draw, readFairness } from '#contract/prize-draw'
import type { DayExport } from '#contract/publishing'
import { DAY_MS } from '#values/days'
import { type CampaignCloud, newNonce, person, runningCampaign } from './campaign-cloud'
import { odds, stockOf } from './odds'

const ON = '2026-09-08'
const verifier = new URL('../../tools/verify-draw.mjs', import.meta.url).pathname
const kindsOf = (draws: DayExport['draws']) => new Set(draws.map(({ outcome }) => outcome.kind))

describe('开奖可以离线核验', () => {
  let cloud: CampaignCloud
  let folder: string
  let day: DayExport
  let seedOfFirstDay: string | null = null
  const receipts: DayExport['draws'] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fair-draw-'))
    cloud = await runningCampaign([...odds([10, 20, 20, 10]), ...stockOf(1, 3)])
    // So many, and on until each outcome has come: which comes when is the draw's to say.
    while (receipts.length < 60 || kindsOf(receipts).size < 3) {
      receipts.push((await cloud.get(draw, { nonce: newNonce() }, person(`p${receipts.length}`))).receipt)
    }
    expect(await exportDay()).toMatchObject({ seed: null })
    cloud.clock.advance(DAY_MS)
    await cloud.runTimer()
    day = await exportDay()
    const { days } = await cloud.get(readFairness, { on: day.startsOn }, null)
    seedOfFirstDay = days[0]?.seed ?? null
  })
  afterAll(async () => {
    await cloud.stop()
    rmSync(folder, { recursive: true })
  })

  async function exportDay(): Promise<DayExport> {
    const { result } = await cloud.call('staff', { operation: 'prize-draw.export-day', input: { on: ON } })
    const reply = result as Reply<DayExport>
    if (!reply.ok) throw new Error(reply.message)
    return reply.data
  }

  function verify(content: object): { code: number; text: string } {
    const file = join(folder, 'draws.json')
    writeFileSync(file, JSON.stringify(content))
    try {
      return { code: 0, text: execFileSync(process.execPath, [verifier, file], { encoding: 'utf8' }) }
    } catch (error) {
      const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string }
      return { code: status, text: `${stdout}${stderr}` }
    }
  }

  test('一整天的导出：全部相符，并写明不能证明什么', () => {
    expect(day.draws).toHaveLength(receipts.length)
    const { code, text } = verify(day)
    expect(text).toContain(`✓ ${receipts.length} draws of 2026-09-08`)
    expect(text).toContain('does not prove')
    expect(code).toBe(0)
  })

  test('各种结果都出现过：中奖、未中、发完', () => {
    expect(kindsOf(day.draws)).toEqual(new Set(['won', 'none', 'out-of-stock']))
  })

  test('客户手里的一张凭证，加上公示的承诺、种子和概率，就能核验', async () => {
    const { campaign, commitment, odds: shown, days } = await cloud.get(readFairness, { on: ON }, null)
    const { startsOn } = campaign
    const proof = { receipt: receipts[0], startsOn, commitment, odds: shown, seed: days[0]?.seed }
    const { code, text } = verify(proof)
    expect(code).toBe(0)
    expect(text).toContain(`first day ${startsOn} and commitment ${commitment}`)
    expect(verify({ ...proof, startsOn: undefined })).toMatchObject({
      code: 2,
      text: expect.stringContaining('startsOn'),
    })
  })

  const first = () => day.draws[0] ?? receipts[0]
  test.each([
    [
      '号码被改',
      () => ({
        draws: day.draws.map((one, index) => (index === 0 ? { ...one, ticket: (one.ticket + 1) % 1_000_000 } : one)),
      }),
    ],
    [
      '结果被改成中奖',
      () => ({
        draws: day.draws.map((one) =>
          one.outcome.kind === 'none'
            ? { ...one, outcome: { kind: 'won', prizeId: 'fuel-card-200', benefitId: one.nonce } }
            : one,
        ),
      }),
    ],
    ['随机数被换', () => ({ draws: [{ ...first(), nonce: newNonce() }] })],
    ['抽奖次序有缺口', () => ({ draws: day.draws.map((one, index) => (index === 0 ? { ...one, ordinal: 2 } : one)) })],
    ['同一次抽奖列了两遍', () => ({ draws: [...day.draws, first()] })],
    ['种子被换', () => ({ seed: 'ab'.repeat(32) })],
    ['种子是另一天的，天数也照那一天写', () => ({ seed: seedOfFirstDay, dayNumber: 1, draws: [] })],
    ['种子就是开始前公布的承诺，写作第 0 天', () => ({ seed: day.commitment, dayNumber: 0, draws: [] })],
    ['日期在活动首日之前', () => ({ on: '2026-08-31', seed: day.commitment, dayNumber: 0, draws: [] })],
    ['写的是第几天，与日期不符', () => ({ dayNumber: day.dayNumber + 1 })],
    ['承诺被换', () => ({ commitment: 'ab'.repeat(32) })],
    [
      '概率被改',
      () => ({ odds: day.odds.map((one, index) => (index === 0 ? { ...one, oddsPpm: one.oddsPpm + 200_000 } : one)) }),
    ],
  ])('%s：核验不通过', (_name, change) => {
    const { code, text } = verify({ ...day, ...change() })
    expect(text).toContain('✗')
    expect(code).toBe(1)
  })

  test.each([
    ['种子不是 64 位十六进制', { seed: 'ab' }],
    ['承诺不是 64 位十六进制', { commitment: `${'ab'.repeat(31)}zz` }],
    ['活动首日不是日期', { startsOn: '2026-09-31' }],
    ['日期不是日期', { on: '8 September 2026' }],
  ])('%s：说明是哪一项，不当作通过', (_name, change) => {
    const [field] = Object.keys(change)
    expect(verify({ ...day, ...change })).toMatchObject({ code: 2, text: expect.stringContaining(`${field} `) })
  })

  test('种子还没有公布：说明何时公布，不当作通过', () => {
    expect(verify({ ...day, seed: null })).toMatchObject({
      code: 2,
      text: expect.stringContaining('has not been published yet'),
    })
  })

  test('每天的种子只在那一天结束以后公布，而且接得上承诺', async () => {
    const { days } = await cloud.get(readFairness, {}, null)
    const today = days.find(({ on }) => on === '2026-09-09')
    expect(today?.seed).toBeNull()
    expect(days.filter(({ seed }) => seed !== null).map(({ on }) => on)).toContain(ON)
    expect(days.filter(({ seed }) => seed !== null)).toHaveLength(8)
  })
})
