import jsQR from 'jsqr'
import { PNG } from 'pngjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRules } from '#contract/campaign'
import { makePoster, reportShare, reportVisit } from '#contract/draw-chances'
import { openDrawPage, readFairness } from '#contract/prize-draw'
import { DAY_MS } from '#values/days'
import { type CampaignCloud, onEighthDay, person, runningCampaign } from './campaign-cloud'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign()
})
afterAll(() => cloud.stop())

test('海报上的小程序码扫得出来，带着这位客户的分享编号', async () => {
  const lin = person('lin')
  const poster = await cloud.get(makePoster, {}, lin)
  const { chances } = await cloud.get(openDrawPage, {}, lin)
  expect(chances.share).toMatchObject({ shareId: poster.shareId })
  const picture = PNG.sync.read(Buffer.from(await (await fetch(poster.codeUrl)).arrayBuffer()))
  const code = jsQR(new Uint8ClampedArray(picture.data), picture.width, picture.height)
  expect(code?.data).toContain('pages/draw/index')
  expect(decodeURIComponent(code?.data ?? '')).toContain(`s=${poster.shareId}`)
  expect((await cloud.get(makePoster, {}, lin)).codeUrl).toBe(poster.codeUrl)
})

test('不登录也能看规则和开奖公示，但看不到今天的种子', async () => {
  const rules = await cloud.get(readRules, {}, null)
  expect(rules.sections.length).toBeGreaterThan(3)
  const { days } = await cloud.get(readFairness, {}, null)
  expect(days[0]).toMatchObject({ on: '2026-09-08', dayNumber: 8, seed: null })
})

test('公示的奖品、概率、数量、剩余和条款一致', async () => {
  const { prizes, winningOddsPpm, grid } = await cloud.get(openDrawPage, {}, person('lin'))
  expect(prizes.reduce((sum, prize) => sum + prize.oddsPpm, 0)).toBe(winningOddsPpm)
  expect(prizes.map(({ prizeId, quantity, left }) => [prizeId, quantity, left])).toEqual([
    ['fuel-card-200', 100, 100],
    ['maintenance-120', 500, 500],
    ['car-wash-35', 3000, 3000],
    ['phone-holder', 800, 800],
  ])
  expect(new Set(grid.filter((cell) => cell !== null))).toEqual(new Set(prizes.map(({ prizeId }) => prizeId)))
})

test('活动结束后：能看不能分享', async () => {
  const { chances } = await cloud.get(openDrawPage, {}, person('lin'))
  const shareId = chances.share.mode === 'off' ? '' : chances.share.shareId
  cloud.clock.advance(60 * DAY_MS)
  expect((await cloud.get(openDrawPage, {}, person('lin'))).campaign.phase).toBe('collection')
  expect(await cloud.ask(makePoster, {}, person('lin'))).toMatchObject({ code: 'campaign-over' })
  expect(await cloud.ask(reportShare, { shareId }, person('lin'))).toMatchObject({ code: 'campaign-over' })
  expect(await cloud.ask(reportVisit, { shareId, scene: 1155 }, person('wang'))).toMatchObject({
    code: 'campaign-over',
  })
  cloud.clock.set(onEighthDay)
})
