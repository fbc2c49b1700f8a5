import { afterEach, describe, expect, test } from 'vitest'
import { until } from './hands'
import type { Device } from './host/device'
import { Host } from './host/host'
import { loneDevice } from './in-jsdom'
import { sampleWeapp } from './sample'

let host: Host | undefined
afterEach(() => {
  host?.kill()
  expect(host?.faults.all).toEqual([])
})

/** A page that runs this when it is opened, and writes down what `note` is given. */
function run(script: string, about: Partial<Device> = {}) {
  const device = { ...loneDevice(), ...about }
  const page = `const note = (what) => wx.setStorageSync('heard', [...(wx.getStorageSync('heard') || []), what])
    Page({ onLoad() { ${script} } })`
  const running = new Host(sampleWeapp({ 'pages/home/index.js': page }), device)
  host = running
  const heard = (): unknown[] => JSON.parse(device.storage.get('heard') ?? '[]')
  return { host: running, device, heard, first: () => until(running, 'an answer', () => heard()[0] ?? null) }
}
const outcome = '{ success: note, fail: note }'

describe('wx.requestSubscribeMessage', () => {
  const asking = (ids: string) => `wx.requestSubscribeMessage({ tmplIds: ${ids}, success: note, fail: note })`

  test.each(['accept', 'reject', 'ban', 'filter'] as const)('the customer’s answer: %s', async (subscriptions) => {
    const { first } = run(asking("['won', 'due']"), { subscriptions })
    expect(await first()).toEqual({
      ...{ errMsg: 'requestSubscribeMessage:ok', won: subscriptions, due: subscriptions },
    })
  })

  test.each([
    ['no messages wanted at all', "['won']", 20004, { subscriptions: 'off' } as const],
    ['nothing asked for', '[]', 10001, {}],
    ['more than five', "['a', 'b', 'c', 'd', 'e', 'f']", 20003, {}],
  ])('%s', async (_, ids, errCode, about) => {
    expect(await run(asking(ids), about).first()).toMatchObject({
      ...{ errCode, errMsg: expect.stringMatching(/^requestSubscribeMessage:fail /) },
    })
  })
})

describe('privacy', () => {
  const listening = (answer: string) => `wx.onNeedPrivacyAuthorization((resolve, about) => { note(about); ${answer} })`
  const require_ = `wx.requirePrivacyAuthorize(${outcome})`

  test.each([
    ['agreed', false],
    ['open', true],
  ] as const)('wx.getPrivacySetting: %s', async (privacy, needAuthorization) => {
    expect(await run(`wx.getPrivacySetting(${outcome})`, { privacy }).first()).toMatchObject({ needAuthorization })
  })

  test('agreed before: nobody is asked', async () => {
    expect(await run(`${listening('')}; ${require_}`).first()).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' })
  })

  test('refused: what waited fails with WeChat’s number', async () => {
    const { host, heard } = run(`${listening("resolve({ event: 'disagree' })")}; ${require_}`, { privacy: 'open' })
    await until(host, 'both', () => heard().length === 2)
    expect(heard()).toEqual([
      { referrer: 'requirePrivacyAuthorize' },
      { errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized', errno: 104 },
    ])
  })

  test('a yes without a tap on WeChat’s button is none', async () => {
    const yes = "resolve({ event: 'agree', buttonId: 'agree' })"
    const { host, device, heard } = run(`${listening(yes)}; ${require_}`, { privacy: 'open' })
    await until(host, 'both', () => heard().length === 2)
    host.faults.takeOut(/consent without a tap/)
    expect(device.privacy).toBe('open')
  })

  test.each([
    ['open', ':ok'],
    ['refuses', ':fail privacy permission is not authorized'],
  ] as const)('nobody listens: WeChat asks by itself (%s)', async (privacy, answer) => {
    const copy = "wx.setClipboardData({ data: 'a', success: note, fail: note })"
    expect(await run(copy, { privacy }).first()).toMatchObject({ errMsg: `setClipboardData${answer}` })
  })
})

describe('wx.getUpdateManager', () => {
  const all = `const manager = wx.getUpdateManager()
    manager.onCheckForUpdate(note)
    manager.onUpdateReady(() => note('ready'))
    manager.onUpdateFailed(() => note('failed'))`

  test.each([
    ['none', [{ hasUpdate: false }]],
    ['ready', [{ hasUpdate: true }, 'ready']],
    ['failed', [{ hasUpdate: true }, 'failed']],
  ] as const)('%s', async (newVersion, expected) => {
    const { host, heard } = run(all, { newVersion })
    await until(host, 'all of it', () => heard().length === expected.length)
    expect(heard()).toEqual(expected)
  })

  test('a restart before there is a new version is a fault', () => {
    run('wx.getUpdateManager().applyUpdate()').host.faults.takeOut(/applyUpdate:fail/)
  })
})

describe('the phone', () => {
  test('a network that is there, and bad', async () => {
    const { host, heard } = run('wx.onNetworkWeakChange(note)', { network: '2g' })
    host.setWeakNetwork(true)
    expect(heard()).toEqual([{ weakNet: true, networkType: '2g' }])
    const later = run(`wx.getNetworkType(${outcome})`, { network: '4g', weakNetwork: true })
    expect(await later.first()).toMatchObject({ networkType: '4g', weakNet: true })
  })

  test('who no longer listens is not told', () => {
    const { host, heard } = run(
      'wx.onMemoryWarning(note); wx.offMemoryWarning(note); wx.onNetworkWeakChange(note); wx.offNetworkWeakChange()',
    )
    host.warnOfMemory()
    host.setWeakNetwork(true)
    expect(heard()).toEqual([])
  })

  test('WeChat’s letters', async () => {
    const asked =
      'const { fontSizeSetting, fontSizeScaleFactor } = wx.getAppBaseInfo(); note([fontSizeSetting, fontSizeScaleFactor])'
    expect(await run(asked, { fontSize: 20 }).first()).toEqual([20, 1.25])
  })

  test('a code is scanned, or the customer goes back', async () => {
    const scan = `wx.scanCode(${outcome})`
    expect(await run(scan, { scanned: 'weapp://a' }).first()).toMatchObject({ result: 'weapp://a' })
    expect(await run(scan).first()).toEqual({ errMsg: 'scanCode:fail cancel' })
  })
})
