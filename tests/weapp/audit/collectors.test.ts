// @vitest-environment node
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startBrowser } from '../../journeys/browser'
import { mainPackageUse, scriptRuns } from './collect/code'
import { collectorsScript } from './collectors-script'
import { judgeContrast } from './judge/contrast'
import { judgePictures } from './judge/pictures'
import { judgeTaps } from './judge/taps'
import { judgeText } from './judge/text'
import { judgeTree } from './judge/tree'
import type { Look } from './measurements'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await startBrowser()
  page = await browser.newPage({ viewport: { width: 375, height: 812 } })
})
afterAll(() => browser.close())

/** Shows this on a page as the host shows one. `data-tap` marks what listens for a tap, as glass-easel's nodes tell. */
async function show(content: string): Promise<void> {
  await page.setContent(`<!doctype html><body style="margin:0;font:16px/24px sans-serif">
    <style>wx-view, wx-text, wx-image { display: block }</style>
    <main><div class="wechat-scroller" style="height:700px;overflow:hidden auto">${content}</div></main></body>`)
  await page.evaluate(() => {
    for (const element of document.querySelectorAll('[data-tap]'))
      Object.assign(element, { __wxElement: { _$eventTarget: { listeners: { tap: [] } } } })
  })
  await page.addScriptTag({ content: await collectorsScript() })
}

async function look(content: string): Promise<Look> {
  await show(content)
  return page.evaluate(() => window.audit.look('light'))
}

const button = (style: string, more = 'aria-role="button" aria-label="好"') =>
  `<wx-view data-tap ${more} style="${style}"></wx-view>`

describe('tap areas', () => {
  test.each([
    ['44 px', button('width:44px;height:44px'), []],
    ['too low', button('width:80px;height:30px'), ['tap area of “好”']],
    [
      'one upon another',
      button('width:60px;height:60px') + button('width:60px;height:60px;margin-top:-20px'),
      ['tap areas of “好” and “好”'],
    ],
    [
      'without a role and without words',
      button('width:44px;height:44px', 'class="bare"'),
      ['“bare” can be tapped', '“bare” can be tapped'],
    ],
    ['what nobody listens to', '<wx-view style="width:9px;height:9px">好</wx-view>', []],
    ['one that cannot be seen', button('width:9px;height:9px;visibility:hidden'), []],
  ])('%s', async (_, content, expected) => {
    expect(judgeTaps((await look(content)).taps).map(({ what }) => what)).toEqual(expected)
  })
})

describe('contrast', () => {
  test.each([
    ['ink on white', 'color:#1f1a17', 1, 0],
    ['pale grey on white', 'color:#aaaaaa', 1, 1],
    ['ink that is faded', 'color:#1f1a17;opacity:0.3', 1, 1],
    ['white through a half veil', 'color:#ffffff;background:rgba(0,0,0,0.5)', 1, 1],
    ['on a gradient, left to the eye', 'color:#aaaaaa;background:linear-gradient(red,blue)', 1, 0],
  ])('%s', async (_, style, texts, breaches) => {
    const { colours } = await look(`<wx-text style="${style}">奖品</wx-text>`)
    expect(colours).toHaveLength(texts)
    expect(judgeContrast(colours)).toHaveLength(breaches)
  })
})

describe('text', () => {
  const long = '请在活动结束以后的十个工作日之内填写领奖信息'
  test.each([
    ['wraps', `<wx-text style="width:100px">${long}</wx-text>`, 0],
    ['hidden by its box', `<wx-text style="width:100px;overflow:hidden;white-space:nowrap">${long}</wx-text>`, 1],
    ['hidden below', `<wx-text style="width:100px;height:30px;overflow:hidden">${long}</wx-text>`, 1],
    ['beyond the edge', `<wx-text style="margin-left:200px;white-space:nowrap">${long}</wx-text>`, 1],
    [
      'ends in dots, as meant',
      `<wx-text style="width:100px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis">${long}</wx-text>`,
      0,
    ],
    ['one over another', '<wx-text>中奖</wx-text><wx-text style="margin-top:-20px">未中奖</wx-text>', 1],
  ])('%s', async (_, content, breaches) => {
    const { cut, overlaps } = await look(content)
    expect(judgeText(cut, overlaps)).toHaveLength(breaches)
  })
})

describe('order of reading', () => {
  const rows = (direction: string) =>
    `<wx-view style="display:flex;flex-direction:${direction}"><wx-text>先</wx-text><wx-text>后</wx-text></wx-view>`
  test.each([
    ['downwards', rows('column'), []],
    ['to the right', rows('row'), []],
    [
      'past what a list has scrolled out of its window',
      '<wx-scroll-view style="display:block;height:30px;overflow:auto"><wx-text>一</wx-text><wx-text>二</wx-text><wx-text>三</wx-text><wx-text>四</wx-text></wx-scroll-view><wx-text>五</wx-text>',
      [],
    ],
    ['turned round', rows('column-reverse'), [{ from: '先', to: '后' }]],
    [
      'a second column that begins at the top',
      '<wx-view style="display:flex"><wx-view><wx-text>一</wx-text><wx-text>二</wx-text></wx-view><wx-text>三</wx-text></wx-view>',
      [],
    ],
  ])('%s', async (_, content, expected) => {
    expect((await look(content)).jumps).toEqual(expected)
  })
})

test('with a dialog open only what stands in it counts', async () => {
  const below = button('width:9px;height:9px')
  const dialog = `<wx-view aria-role="dialog" aria-modal="true">${button('width:44px;height:44px', 'aria-role="button" aria-label="关闭"')}</wx-view>`
  expect((await look(below + dialog)).taps.map(({ name }) => name)).toEqual(['关闭'])
  expect((await look(below)).taps.map(({ name }) => name)).toEqual(['好'])
})

test('the tree: too many nodes, too deep, too many children', async () => {
  const measure = async (content: string) => {
    await show(content)
    return judgeTree(await page.evaluate(() => window.audit.tree())).map(({ what }) => what)
  }
  expect(await measure('<wx-view></wx-view>'.repeat(60))).toEqual([])
  expect(await measure(`<wx-view>${'<wx-text></wx-text>'.repeat(61)}</wx-view>`)).toEqual(['children of one node'])
  expect(await measure(`${'<wx-view>'.repeat(30)}${'</wx-view>'.repeat(30)}`)).toEqual(['depth'])
  expect(await measure(`<wx-view>${'<wx-text></wx-text>'.repeat(50)}</wx-view>`.repeat(20))).toEqual(['nodes'])
})

test('a picture four times as wide as it is shown, and one that is as sharp as it may be', async () => {
  const picture = (pixels: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${pixels}" height="${pixels}"/>`
  const image = (pixels: number) =>
    `<wx-image aria-label="码"><img style="width:100px;height:100px" src="data:image/svg+xml,${encodeURIComponent(picture(pixels))}"></wx-image>`
  const measure = async (content: string) => {
    await show(content)
    return judgePictures(await page.evaluate(() => window.audit.pictures())).map(({ what }) => what)
  }
  expect(await measure(image(300))).toEqual([])
  expect(await measure(image(400))).toEqual([
    'width of the picture 码 (shown 100 px wide)',
    'height of the picture 码 (shown 100 px high)',
  ])
})

test('the content stands when no skeleton is left in the first screen', async () => {
  const stands = async (content: string) => {
    await show(content)
    return page.evaluate(() => window.audit.contentStands())
  }
  const skeleton = '<wx-view class="draw-skeleton__cell" style="height:90px"></wx-view>'
  expect(await stands('')).toBe(false)
  expect(await stands(`标题${skeleton}`)).toBe(false)
  expect(await stands(`<wx-view style="height:900px">标题</wx-view>${skeleton}`)).toBe(true)
  expect(await stands('标题')).toBe(true)
})

test('what a screen reader is told, and what a page says is wrong', async () => {
  await show(`<wx-view aria-live="polite">抽中了洗车券</wx-view><wx-view aria-role="alert"> 没有打开 </wx-view>
    <wx-view aria-live="polite"></wx-view><wx-text>其他</wx-text>`)
  expect(await page.evaluate(() => window.audit.spoken())).toEqual(['抽中了洗车券', '没有打开'])
  expect(await page.evaluate(() => window.audit.alerts())).toEqual(['没有打开'])
})

describe('code', () => {
  const used = 'function used() { return 1 }'
  const unused = 'function unused() { return 2 }'
  const scripts = { 'app.js': `${used}\n${unused}\nused()`, 'packages/far/index.js': 'used()' }

  test('what ran of a script, as the host runs it, and what did not', async () => {
    await page.coverage.startJSCoverage({ reportAnonymousScripts: true })
    await page.evaluate((source) => {
      new Function('wx', `${source}\n//# sourceURL=weapp:///app.js`)()
    }, scripts['app.js'])
    const [run, ...others] = scriptRuns(await page.coverage.stopJSCoverage(), scripts)
    expect(others).toEqual([])
    const ran = (run?.ran ?? []).map(([from, until]) => scripts['app.js'].slice(from, until)).join('')
    expect(ran).toContain(used)
    expect(ran).not.toContain('return 2')
  })

  test('belongs to the main package’s pages, to those of subpackages alone, or to nobody', () => {
    const page = (path: string, ran: [number, number][]) => ({
      path,
      executed: [{ file: 'app.js', length: 100, ran }],
    })
    const pages = [page('pages/home/index', [[0, 40]]), page('packages/far/index', [[30, 60]])]
    expect(
      mainPackageUse(pages, { 'app.js': 'x'.repeat(100), 'packages/far/index.js': 'far' }, ['packages/far']),
    ).toEqual([{ file: 'app.js', length: 100, byMain: 40, bySubpackages: 20 }])
  })

  test('a script that no page loads is never run', () => {
    expect(mainPackageUse([], { 'common.js': 'abc' }, [])).toEqual([
      { file: 'common.js', length: 3, byMain: 0, bySubpackages: 0 },
    ])
  })
})
