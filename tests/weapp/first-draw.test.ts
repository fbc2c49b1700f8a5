import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listMyDraws } from '#contract/prize-draw'
import { type CampaignCloud, person, runningCampaign } from '../handlers/campaign-cloud'
import { alwaysWins } from '../handlers/odds'
import { seeOn, tapOn, until } from './hands'
import { type Device, newDevice } from './host/device'
import type { Host } from './host/host'
import { killAll, launch } from './in-jsdom'

const draw = '抽奖，剩 1 次'
const pendingDraw = 'pending-draw:me'

let cloud: CampaignCloud
let device: Device
beforeEach(async () => {
  cloud = await runningCampaign(alwaysWins)
  device = newDevice({ url: cloud.url, identity: person('lin'), openToAnyone: false })
})
afterEach(() => {
  killAll()
  return cloud.stop()
})

/** The draws that the page has sent to the cloud. */
const drawsSent = (host: Host) =>
  host.calls.filter(
    ({ name, option }) => name === 'cloud.callFunction' && JSON.stringify(option).includes('"prize-draw.draw"'),
  )

describe('the first draw on the compiled WeChat output', () => {
  test('the customer draws, wins, and finds the prize under 我的', async () => {
    const host = launch(device)
    await tapOn(host, draw)
    await seeOn(host, '抽中了35 元洗车抵用券')
    expect(drawsSent(host)).toHaveLength(1)
    await tapOn(host, '查看我的奖品')
    await until(host, 'the page 我的', () => host.pages.top.path === 'pages/mine/index')
    await seeOn(host, '不用填写任何信息')
  })

  test('one page is one crossing for its skeleton and one for its content', async () => {
    const host = launch(device)
    await seeOn(host, '剩 1 次')
    const bytes = host.crossing.calls.map((call) => call.bytes)
    expect(bytes.length).toBeLessThanOrEqual(4)
    expect(Math.max(...bytes)).toBeLessThan(64 * 1024)
  })
})

describe('the process is killed in the middle of a draw', () => {
  test('started again, it asks with the same nonce and gets the same answer', async () => {
    const first = launch(device)
    await tapOn(first, draw)
    const [sent] = await until(first, 'the draw to be sent', () => drawsSent(first).length > 0 && drawsSent(first))
    const nonce = device.storage.get(pendingDraw)
    expect(JSON.stringify(sent)).toContain(nonce)
    first.kill()

    const again = launch(device)
    await seeOn(again, '抽中了35 元洗车抵用券')
    expect(drawsSent(again)).toEqual([sent])
    const { draws } = await cloud.get(listMyDraws, {}, person('lin'))
    expect(draws).toHaveLength(1)
    expect(`"${draws[0]?.receipt.nonce}"`).toBe(nonce)
    expect(device.storage.get(pendingDraw)).toBeUndefined()
  })
})
