import { afterEach, describe, expect, test } from 'vitest'
import { Host } from './host/host'
import { loneDevice } from './in-jsdom'
import { sampleWeapp } from './sample'

/** Every page and the app write down what WeChat calls, in `wx`'s own storage. */
const noting = (who: string, maker: 'App' | 'Page') => {
  const names =
    maker === 'App' ? ['onLaunch', 'onShow', 'onHide'] : ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload']
  const members = names.map((name) => `${name}() { note('${who}.${name}') }`)
  return `const note = (what) => wx.setStorageSync('heard', [...(wx.getStorageSync('heard') || []), what])
    ${maker}({ ${members.join(', ')} })`
}
const changes = {
  'app.js': noting('app', 'App'),
  'pages/home/index.js': noting('home', 'Page'),
  'pages/mine/index.js': noting('mine', 'Page'),
  'pages/detail/index.js': noting('detail', 'Page'),
}

let host: Host | undefined
afterEach(() => {
  host?.kill()
  expect(host?.faults.all).toEqual([])
})

function start() {
  const device = loneDevice()
  host = new Host(sampleWeapp(changes), device)
  const heard = async (): Promise<string[]> => {
    await new Promise((resolve) => setTimeout(resolve))
    const kept = device.storage.get('heard') ?? '[]'
    device.storage.delete('heard')
    return JSON.parse(kept)
  }
  return { pages: host.pages, host, heard }
}

describe('the order in which WeChat calls', () => {
  test('a start', async () => {
    const { heard } = start()
    expect(await heard()).toEqual(['app.onLaunch', 'app.onShow', 'home.onLoad', 'home.onShow', 'home.onReady'])
  })

  test('to another page and back', async () => {
    const { pages, heard } = start()
    await heard()
    pages.navigateTo('/pages/detail/index')
    expect(await heard()).toEqual(['home.onHide', 'detail.onLoad', 'detail.onShow', 'detail.onReady'])
    pages.navigateBack()
    expect(await heard()).toEqual(['detail.onUnload', 'home.onShow'])
  })

  test('tab pages stay alive, what lies upon them does not', async () => {
    const { pages, heard } = start()
    await heard()
    pages.switchTab('/pages/mine/index')
    expect(await heard()).toEqual(['home.onHide', 'mine.onLoad', 'mine.onShow', 'mine.onReady'])
    pages.navigateTo('/pages/detail/index')
    await heard()
    pages.switchTab('/pages/home/index')
    expect(await heard()).toEqual(['detail.onUnload', 'home.onShow'])
  })

  test('in the background and again in front', async () => {
    const { host, heard } = start()
    await heard()
    host.sendToBackground()
    host.bringBack()
    expect(await heard()).toEqual(['home.onHide', 'app.onHide', 'app.onShow', 'home.onShow'])
  })

  test('killed: nobody is told', async () => {
    const { host, heard } = start()
    await heard()
    host.kill()
    expect(await heard()).toEqual([])
  })
})

describe('WeChat says no', () => {
  test('to an eleventh page', () => {
    const { pages } = start()
    for (let depth = 1; depth < 10; depth++) pages.navigateTo('/pages/detail/index')
    expect(() => pages.navigateTo('/pages/detail/index')).toThrow('webview count limit exceed')
  })

  test.each([
    ['navigateTo', '/pages/mine/index', 'can not navigateTo a tabbar page'],
    ['redirectTo', '/pages/mine/index', 'can not redirectTo a tabbar page'],
    ['switchTab', '/pages/detail/index', 'can not switch to no-tabBar page'],
    ['navigateTo', '/pages/nowhere/index', 'page "pages/nowhere/index" is not found'],
  ] as const)('%s %s', (move, address, reason) => {
    const { pages } = start()
    expect(() => pages[move](address)).toThrow(reason)
  })

  test('to going back from the first page', () => {
    expect(() => start().pages.navigateBack()).toThrow('cannot navigate back')
  })
})
