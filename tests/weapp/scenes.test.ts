import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type CampaignCloud, person, runningCampaign } from '../handlers/campaign-cloud'
import { seeOn, textOf } from './hands'
import { type Device, newDevice } from './host/device'
import { killAll, launch } from './in-jsdom'

const singlePage = 1154
const scannedCode = 1047

let cloud: CampaignCloud
beforeEach(async () => {
  cloud = await runningCampaign()
})
afterEach(() => {
  killAll()
  return cloud.stop()
})

const phone = (openToAnyone: boolean): Device => newDevice({ url: cloud.url, identity: person('lin'), openToAnyone })

describe('opened from Moments (scene 1154)', () => {
  test('the page shows its content, and makes no forbidden call', async () => {
    const host = launch(phone(true), { address: 'pages/draw/index?s=AAAAAAAAAAAAAAAA', scene: singlePage })
    await seeOn(host, '金秋车主回馈季')
    await seeOn(host, '前往小程序')
    expect(textOf(host)).not.toContain('剩1次')
    const asked = host.calls.filter(({ name }) => name === 'cloud.callFunction').map(({ option }) => option)
    expect(JSON.stringify(asked)).not.toContain('prize-draw')
  })

  test('where the cloud lets nobody in without login, the page still says what there is to win', async () => {
    const host = launch(phone(false), { scene: singlePage })
    await seeOn(host, '前往小程序')
    expect(textOf(host)).toContain('车主可以在小程序里抽奖')
    host.faults.takeOut(/unauthenticated access is not allowed/)
  })

  test('what it keeps is apart from what the mini-program keeps', async () => {
    const device = phone(true)
    await seeOn(launch(device, { scene: singlePage }), '金秋车主回馈季')
    expect([...device.storage.keys()]).toEqual([])
    expect([...device.singlePageStorage.keys()].length).toBeGreaterThan(0)
  })
})

describe('the ways in', () => {
  test('a scanned code shows WeChat’s own bar for following', async () => {
    const host = launch(phone(false), { scene: scannedCode })
    await seeOn(host, '关注')
    const bar = host.pages.top.element.querySelector('wx-official-account div')
    expect(bar).toHaveProperty('style.display', 'block')
  })

  test.each([
    ['pages/mine/index', '我的抽奖'],
    ['packages/rules/pages/index', '先看要点'],
    ['packages/fairness/pages/index', '验证'],
  ])('a cold start on %s', async (address, text) => {
    await seeOn(launch(phone(false), { address }), text)
  })
})

describe('what the page gives to WeChat’s menu', () => {
  test('for a friend a path with the share id, for Moments the same id as query', async () => {
    const host = launch(phone(false))
    await seeOn(host, '剩 1 次')
    const query = host.shareToMoments().query ?? ''
    expect(query).toMatch(/^s=[A-Za-z0-9]{16}$/)
    expect(host.shareToFriend().path).toBe(`/pages/draw/index?${query}`)
    await seeOn(host, '今天的分享机会已经得到')
  })
})
