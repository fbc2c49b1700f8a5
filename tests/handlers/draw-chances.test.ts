import { afterEach, describe, expect, test } from 'vitest'
import { reportShare, reportVisit } from '#contract/draw-chances'
import { draw, openDrawPage } from '#contract/prize-draw'
import { DAY_MS } from '#values/days'
import type { CampaignEdits } from '../fixtures/edited-campaign'
import { type CampaignCloud, newNonce, type Person, person, runningCampaign } from './campaign-cloud'
import { crashAfterEach } from './crash'

let cloud: CampaignCloud
afterEach(() => cloud.stop())

const FROM_MOMENTS = 1155
const lin = person('lin')
const mode = (name: 'off' | 'on-share' | 'on-visit', visitors = 'once-a-day'): CampaignEdits => [
  [['prizeDraw', 'shareChance', 'mode'], name],
  [['prizeDraw', 'shareChance', 'visitorCounts'], visitors],
]

async function shareIdOf(who: Person): Promise<string> {
  const { chances } = await cloud.get(openDrawPage, {}, who)
  if (chances.share.mode === 'off') throw new Error('sharing is off')
  return chances.share.shareId
}
const chancesLeft = async (who: Person) => (await cloud.get(openDrawPage, {}, who)).chances.left

describe('点击分享即得一次机会（on-share）', () => {
  test('每天最多一次：连点十次、两部手机同时点，都只多一次', async () => {
    cloud = await runningCampaign(mode('on-share'))
    const shareId = await shareIdOf(lin)
    const answers = await Promise.all(Array.from({ length: 10 }, () => cloud.get(reportShare, { shareId }, lin)))
    expect(answers.filter(({ credited }) => credited)).toHaveLength(1)
    expect(await chancesLeft(lin)).toBe(2)
    await cloud.get(draw, { nonce: newNonce() }, lin)
    await cloud.get(draw, { nonce: newNonce() }, lin)
    expect(await cloud.ask(draw, { nonce: newNonce() }, lin)).toMatchObject({ code: 'no-chance-left' })

    cloud.clock.advance(DAY_MS)
    expect(await chancesLeft(lin)).toBe(1)
    expect((await cloud.get(reportShare, { shareId }, lin)).credited).toBe(true)
    expect(await chancesLeft(lin)).toBe(2)
  })

  test('拿别人的分享编号来报：不给任何人机会', async () => {
    cloud = await runningCampaign(mode('on-share'))
    const shareId = await shareIdOf(lin)
    await shareIdOf(person('mallory'))
    expect(await cloud.ask(reportShare, { shareId }, person('mallory'))).toMatchObject({ code: 'share-unknown' })
    expect([await chancesLeft(lin), await chancesLeft(person('mallory'))]).toEqual([1, 1])
  })
})

describe('有他人从分享进入才得机会（on-visit）', () => {
  test('别人从朋友圈进来，分享的人多一次；点开分享面板本身不算', async () => {
    cloud = await runningCampaign(mode('on-visit'))
    const shareId = await shareIdOf(lin)
    expect((await cloud.get(reportShare, { shareId }, lin)).credited).toBe(false)
    expect(await cloud.get(reportVisit, { shareId, scene: FROM_MOMENTS }, person('wang'))).toEqual({ counted: true })
    expect(await chancesLeft(lin)).toBe(2)
  })

  test('一天之内再多人进来也只多一次', async () => {
    cloud = await runningCampaign(mode('on-visit'))
    const shareId = await shareIdOf(lin)
    const visitors = Array.from({ length: 10 }, (_, index) => person(`visitor-${index}`))
    await Promise.all(visitors.map((visitor) => cloud.get(reportVisit, { shareId, scene: FROM_MOMENTS }, visitor)))
    expect(await chancesLeft(lin)).toBe(2)
  })

  test.each([
    ['自己点自己的分享', lin, FROM_MOMENTS],
    ['不是从朋友圈来的（聊天卡片 1007）', person('wang'), 1007],
    ['普通打开（1001）', person('wang'), 1001],
  ])('%s：不算', async (_name, visitor, scene) => {
    cloud = await runningCampaign(mode('on-visit'))
    const shareId = await shareIdOf(lin)
    expect(await cloud.get(reportVisit, { shareId, scene }, visitor)).toEqual({ counted: false })
    expect(await chancesLeft(lin)).toBe(1)
  })

  test.each([
    ['每天计一次', 'once-a-day', [true, false, true]],
    ['整个活动只计一次', 'once-per-campaign', [true, false, false]],
  ])('同一位来访者%s', async (_name, visitors, expected) => {
    cloud = await runningCampaign(mode('on-visit', visitors))
    const shareId = await shareIdOf(lin)
    const visit = async () => (await cloud.get(reportVisit, { shareId, scene: FROM_MOMENTS }, person('wang'))).counted
    const counted = [await visit(), await visit()]
    cloud.clock.advance(DAY_MS)
    expect([...counted, await visit()]).toEqual(expected)
  })

  test('函数在任何一步中断：再来一次就补上机会，只多一次，也不补到另一天', async () => {
    cloud = await runningCampaign(mode('on-visit', 'once-per-campaign'))
    const interruptions = await crashAfterEach(cloud, 'customer', async (interrupted, at) => {
      const sharer = person(`sharer-${at}`)
      const shareId = await shareIdOf(sharer)
      const visit = () => cloud.get(reportVisit, { shareId, scene: FROM_MOMENTS }, person('wang'))
      await interrupted(visit)
      await visit()
      expect(await chancesLeft(sharer)).toBe(2)
      expect(await visit()).toEqual({ counted: false })
      expect(await chancesLeft(sharer)).toBe(2)
      cloud.clock.advance(DAY_MS)
      await visit()
      expect(await chancesLeft(sharer)).toBe(1)
    })
    expect(interruptions).toBeGreaterThanOrEqual(3)
  })

  test('编造的分享编号：拒绝，什么都没有发生', async () => {
    cloud = await runningCampaign(mode('on-visit'))
    const invented = { shareId: 'A'.repeat(16), scene: FROM_MOMENTS }
    expect(await cloud.ask(reportVisit, invented, person('wang'))).toMatchObject({ code: 'share-unknown' })
  })
})

test('分享机会关闭：页面没有分享编号，报了也不给', async () => {
  cloud = await runningCampaign(mode('off'))
  const { chances } = await cloud.get(openDrawPage, {}, lin)
  expect(chances.share).toEqual({ mode: 'off' })
  expect(await chancesLeft(lin)).toBe(1)
})
