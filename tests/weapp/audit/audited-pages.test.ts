import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { Host } from '../host/host'
import { loneDevice } from '../in-jsdom'
import { sampleWeapp } from '../sample'
import { auditedPages } from './audited-pages'
import { crossingsOf } from './collect/crossings'
import { packageSizes } from './collect/packages'
import { judgeFirstContent } from './judge/data'

function buildOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'build-'))
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  return folder
}

const titled = (title: string) => JSON.stringify({ navigationBarTitleText: title })

test('every page of app.json is audited, with the name that customers see, and the first one as Moments opens it', () => {
  const folder = buildOf({
    'app.json': JSON.stringify({
      pages: ['pages/draw/index', 'pages/new/index'],
      subPackages: [{ root: 'packages/far', pages: ['pages/a', 'pages/b'] }],
      tabBar: { list: [{ pagePath: 'pages/draw/index', text: '抽奖' }] },
    }),
    'pages/draw/index.json': titled('车主回馈抽奖'),
    'pages/new/index.json': titled('优惠'),
    'packages/far/pages/a.json': titled('详情'),
    'packages/far/pages/b.json': titled('详情'),
  })
  const alone = auditedPages(folder).filter(({ step }) => step === undefined)
  expect(alone.map(({ name, path, scene }) => [name, path, ...(scene === undefined ? [] : [scene])])).toEqual([
    ['抽奖', 'pages/draw/index'],
    ['优惠', 'pages/new/index'],
    ['packages/far/pages/a', 'packages/far/pages/a'],
    ['packages/far/pages/b', 'packages/far/pages/b'],
    ['朋友圈单页', 'pages/draw/index', 1154],
  ])
})

test('sizes are those of the files, by package', () => {
  const folder = buildOf({
    'app.json': JSON.stringify({ pages: ['pages/a'], subPackages: [{ root: 'packages/far', pages: ['b'] }] }),
    'packages/far/b.js': 'x'.repeat(5_000),
    'packages/farther.js': 'x'.repeat(700),
  })
  const sizes = packageSizes(folder)
  expect(sizes.subpackages).toEqual({ 'packages/far': 5_000 })
  expect(sizes.main).toBeGreaterThan(700)
  expect(sizes.main).toBeLessThan(1_000)
})

test('a page that sends too much at once is below the bar', async () => {
  const send = (bytes: number) => ({
    'pages/home/index.js': `Page({ onLoad() { this.setData({ a: 'x'.repeat(${bytes}) }) } })`,
  })
  const findings = (bytes: number) => {
    const host = new Host(sampleWeapp(send(bytes)), loneDevice())
    const crossed = crossingsOf(host.crossing.calls.map((call) => call.bytes))
    host.kill()
    return judgeFirstContent(crossed).map(({ what }) => what)
  }
  expect(findings(60 * 1024)).toEqual([])
  expect(findings(65 * 1024)).toEqual(['setData bytes for the first content'])
})
