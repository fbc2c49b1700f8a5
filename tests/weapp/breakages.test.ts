import { afterEach, describe, expect, test } from 'vitest'
import { tapOn } from './hands'
import { Host } from './host/host'
import { loneDevice, withoutRunnersEars } from './in-jsdom'
import { sampleWeapp } from './sample'

const home = 'pages/home/index'
let host: Host | undefined
afterEach(() => host?.kill())

const onLoad = (script: string) => ({ [`${home}.js`]: `Page({ onLoad() { ${script} } })` })

const faults = () => host?.faults.all.map(({ kind, message }) => `${kind}: ${message.split('\n')[0]}`) ?? []

/** What the host reports of the sample with these changes, once everything has settled. */
async function faultsOf(changes: Record<string, string>, scene = 1001): Promise<string[]> {
  await withoutRunnersEars(async () => {
    host = new Host(sampleWeapp(changes), loneDevice(), { scene })
    await new Promise((resolve) => setTimeout(resolve, 20))
  })
  return faults()
}

test('the sample as it is has no fault', async () => {
  expect(await faultsOf({})).toEqual([])
})

describe('each kind of breakage is caught', () => {
  test.each([
    [
      'a template that is not there',
      onLoad("this.setData({ root: { cn: [{ nn: '99' }] } })"),
      /^template: .*tmpl_0_99/,
    ],
    ['an interface the host does not imitate', onLoad('wx.chooseAddress()'), /^wx: .*wx\.chooseAddress/],
    ['an interface WeChat does not have', onLoad('wx.noSuchThing()'), /^error: TypeError/],
    ['a global of the browser', onLoad('document.title'), /^error: TypeError/],
    ['a global of Node', onLoad('process.env.HOME'), /^error: TypeError/],
    ['code made from text', onLoad("new Function('return 1')()"), /^error: code is made from text/],
    ['a warning', onLoad("console.warn('mind')"), /^console: mind/],
    ['an error that is thrown', onLoad("throw new Error('broken')"), /^error: Error: broken/],
    ['an error in a timer', onLoad("setTimeout(() => { throw new Error('late') })"), /^error: Error: late/],
    ['a promise nobody looks after', onLoad("Promise.reject(new Error('lost'))"), /^rejection: Error: lost/],
    ['more data at once than WeChat takes', onLoad("this.setData({ a: 'x'.repeat(2 ** 20) })"), /^set-data: .*at once/],
    ['a field set to undefined', onLoad('this.setData({ a: undefined })'), /^set-data: .*sets a to undefined/],
    [
      'a picture the package does not have',
      { [`${home}.wxml`]: '<image src="/no.png"/>' },
      /^error: <image>.*\/no\.png/,
    ],
    ['a module that is not there', { [`${home}.js`]: "require('./gone'); Page({})" }, /^error: .*gone/],
    [
      'a module of a subpackage asked for from outside',
      { [`${home}.js`]: "require('../../packages/far/index.js'); Page({})" },
      /^error: .*subpackage packages\/far/,
    ],
    [
      'a picture of the package in a style sheet',
      { [`${home}.wxss`]: '.a { background: url(/tabs/a.png) }' },
      /^package: .*style sheet/,
    ],
  ])('%s', async (_, changes, fault) => {
    expect(await faultsOf(changes)).toEqual(expect.arrayContaining([expect.stringMatching(fault)]))
  })

  test.each([
    ['open-type="launchApp"', /^wx: .*launchApp/, 1001],
    ['open-type="getPhoneNumber"', /^single-page: .*getPhoneNumber/, 1154],
  ])('a button that WeChat would not follow: %s', async (attribute, fault, scene) => {
    await faultsOf({ [`${home}.wxml`]: `<button ${attribute}>去</button>` }, scene)
    if (host) await tapOn(host, '去')
    expect(faults()).toEqual([expect.stringMatching(fault)])
  })

  test('something forbidden when opened from Moments', async () => {
    const jump = onLoad("wx.navigateTo({ url: '/pages/detail/index', fail() {} })")
    expect(await faultsOf(jump)).toEqual([])
    host?.kill()
    expect(await faultsOf(jump, 1154)).toEqual([expect.stringMatching(/^single-page: wx\.navigateTo/)])
  })
})
