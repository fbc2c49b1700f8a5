import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wechatPayeeHashOf } from '#store/secrets'
import { type CampaignCloud, person, runningCampaign } from '../handlers/campaign-cloud'
import { neverWins } from '../handlers/odds'
import { insert } from '../handlers/policy-book'
import { labelled, seeOn, tapOn, textOf, until } from './hands'
import { type Device, newDevice } from './host/device'
import type { Host } from './host/host'
import { compiledWeapp, killAll, launch, withoutRunnersEars } from './in-jsdom'

let cloud: CampaignCloud
beforeAll(async () => {
  cloud = await runningCampaign(neverWins)
})
afterAll(() => {
  killAll()
  return cloud.stop()
})

let customers = 0
/** As much of a line of a batch as the customer's side looks at. */
const waitingLine = (openid: string) => ({
  _id: `${openid}.0`,
  benefitId: openid,
  netFen: 26_840,
  cardHash: wechatPayeeHashOf(openid),
  state: { kind: 'unknown', at: 1, why: '等客户在微信里确认收款', waitsForCustomer: true },
  toConfirm: { merchantId: '1900000001', appId: 'wx1', packageInfo: 'package-1' },
})

/** The phone of somebody who has never been here. */
const phone = (about: Partial<Device> = {}): Device =>
  newDevice({ url: cloud.url, identity: person(`customer-${++customers}`), openToAnyone: true }, about)

describe('an error that nobody caught', () => {
  const reports = () =>
    cloud
      .logs({ limit: 1_000 })
      .flatMap(({ complaints }) => complaints)
      .filter((line) => line.includes('health.report'))

  const reported = (host: Host, what: string) => {
    host.sendToBackground()
    return until(host, 'a report in the cloud', () => reports().some((line) => line.includes(what)))
  }

  test('of a page: to WeChat’s real-time log at once, to the cloud when the app is hidden, without what is personal', async () => {
    const host = launch(phone())
    await seeOn(host, '剩 1 次')
    host.pages.top.instance.onTabItemTap = () => {
      throw new TypeError('no prize for 138 0000 1234')
    }
    host.tapTab('pages/draw/index')
    expect(host.faults.takeOut(/no prize for/)).toHaveLength(1)
    await until(host, 'a line of log', () => host.realTimeLog.length > 0)
    expect(host.realTimeLog.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        kind: 'error',
        page: 'pages/draw/index',
        name: 'TypeError',
        message: 'no prize for ‹…›',
      }),
    ])
    await reported(host, 'no prize for ‹…›')
  })

  test('of a promise', () =>
    withoutRunnersEars(async () => {
      const host = launch(phone())
      await seeOn(host, '剩 1 次')
      void Promise.reject(new RangeError('nobody looked after it'))
      await until(host, 'a line of log', () => host.realTimeLog.length > 0)
      host.faults.takeOut(/nobody looked after it/)
      expect(host.realTimeLog.join()).toContain('RangeError')
      await reported(host, 'nobody looked after it')
    }))
})

describe('money that waits for the customer in WeChat', () => {
  test.each<[Device['transfer'], string]>([
    ['confirmed', '微信正在处理，到账后这里会更新'],
    ['cancelled', '这笔钱还在等您'],
    ['fails', '微信没有打开确认页，钱没有动'],
    ['old', '请更新微信后再来确认收款'],
  ])('%s', async (transfer, words) => {
    const device = phone({ transfer })
    await insert(cloud, 'payoutLines', [waitingLine(device.cloud.identity?.openid ?? '')])
    const host = launch(device, { address: 'packages/bank-account/pages/index' })
    await seeOn(host, '¥268.40')
    await tapOn(host, '确认收款')
    await seeOn(host, words)
    const asked = host.calls.filter(({ name }) => name === 'requestMerchantTransfer')
    const option = { mchId: '1900000001', appId: 'wx1', package: 'package-1' }
    expect(asked).toEqual(transfer === 'old' ? [] : [expect.objectContaining({ option })])
  })
})

describe('the privacy guide', () => {
  const copyName = async (host: Host) => {
    await tapOn(host, '查看公众号二维码')
    await tapOn(host, '复制公众号名称')
  }

  test('not agreed: what is private waits for our question, and goes on after the yes', async () => {
    const device = phone({ privacy: 'open' })
    const host = launch(device)
    await copyName(host)
    await seeOn(host, '《车主回馈小程序隐私保护指引》')
    expect(device.clipboard).toBe('')
    await tapOn(host, '同意并继续')
    await until(host, 'the name on the clipboard', () => device.clipboard !== '')
    await until(host, 'the question goes away', () => !textOf(host).includes('隐私保护提示'))
    expect(device.privacy).toBe('agreed')
  })

  test('refused: the action alone fails, and is asked about again: a yes then is a yes', async () => {
    const device = phone({ privacy: 'open' })
    const host = launch(device)
    await copyName(host)
    await tapOn(host, '不同意')
    await until(host, 'the way out', () => host.toasts.includes('没有复制成功，请手动输入'))
    expect(device.clipboard).toBe('')
    await until(host, 'the question goes away', () => !textOf(host).includes('隐私保护提示'))
    await tapOn(host, '复制公众号名称')
    await tapOn(host, '同意并继续')
    await until(host, 'the name on the clipboard', () => device.clipboard !== '')
  })
})

describe('a new version', () => {
  test('the customer begins with it', async () => {
    const host = launch(phone({ newVersion: 'ready' }))
    await tapOn(host, '重新打开')
    await until(host, 'the restart', () => host.restarted)
  })

  test('the customer goes on, and nothing is lost', async () => {
    const host = launch(phone({ newVersion: 'ready' }))
    await tapOn(host, '以后再说')
    await tapOn(host, '抽奖，剩 1 次')
    await seeOn(host, '这次没有抽中')
    expect(host.restarted).toBe(false)
  })

  test.each(['none', 'failed'] as const)('%s: nobody is asked', async (newVersion) => {
    const host = launch(phone({ newVersion }))
    await seeOn(host, '剩 1 次')
    expect(labelled(host, '重新打开')).toBeNull()
  })
})

describe('the phone', () => {
  test('a bad network is named once', async () => {
    const host = launch(phone())
    await seeOn(host, '剩 1 次')
    for (const weak of [true, false, true]) host.setWeakNetwork(weak)
    await until(host, 'a notice', () => host.toasts.length > 0)
    expect(host.toasts).toEqual(['网络较慢，请稍候'])
  })

  test('without memory: the log says where', async () => {
    const host = launch(phone())
    await seeOn(host, '剩 1 次')
    host.warnOfMemory()
    expect(host.realTimeLog.map((line) => JSON.parse(line))).toEqual([
      { kind: 'memory-warning', page: 'pages/draw/index', level: 15 },
    ])
  })

  test.each([
    [16, false],
    [20, true],
  ])('letters of %i px in WeChat: 大字模式 %s', async (fontSize, large) => {
    const host = launch(phone({ fontSize }))
    await seeOn(host, large ? '标准字号' : '大字模式')
    expect(host.pages.top.element.querySelector('[class~="large-type"]') !== null).toBe(large)
  })

  test('whoever wants the usual letters here keeps them', async () => {
    const device = phone({ fontSize: 20 })
    const host = launch(device)
    await tapOn(host, '换回标准字号')
    await seeOn(host, '大字模式')
    host.kill()
    await seeOn(launch(device), '大字模式')
  })
})

const { app } = compiledWeapp()
const everyPage = [
  ...app.pages,
  ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]

// The poster is painted on a canvas, which jsdom has not: the journeys open it.
test.each(everyPage.filter((path) => path !== 'packages/share/pages/poster'))('a cold start on %s', async (address) => {
  const host = launch(phone(), { address })
  await until(host, 'some words', () => textOf(host).length > 0)
  await until(host, 'all answers', () => document.querySelector('[class*="skeleton"]') === null)
})
