import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readWeappPackage } from './package/read-package'
import type { WeappPackage } from './package/weapp-package'

const page = (name: string): Record<string, string> => ({
  [`pages/${name}/index.json`]: '{}',
  [`pages/${name}/index.wxml`]: `<view bindtap="go">${name}</view>`,
  [`pages/${name}/index.js`]: 'Page({})',
})

/** The smallest mini-program: two tab pages, two others, one in a subpackage. */
const files: Record<string, string> = {
  'app.json': JSON.stringify({
    pages: ['pages/home/index', 'pages/mine/index', 'pages/detail/index'],
    subPackages: [{ root: 'packages/far', pages: ['index'] }],
    tabBar: {
      list: [
        { pagePath: 'pages/home/index', text: '首页' },
        { pagePath: 'pages/mine/index', text: '我的' },
      ],
    },
  }),
  'app.js': 'App({})',
  ...page('home'),
  ...page('mine'),
  ...page('detail'),
  'packages/far/index.json': '{}',
  'packages/far/index.wxml': '<view>far</view>',
  'packages/far/index.js': 'Page({})',
}

/** The sample with some of its files replaced, written in WeChat's own languages. */
export function sampleWeapp(changes: Record<string, string> = {}): WeappPackage {
  const folder = mkdtempSync(join(tmpdir(), 'weapp-'))
  for (const [file, content] of Object.entries({ ...files, ...changes })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), content)
  }
  return readWeappPackage(folder)
}
