import { cpSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { buildFolder } from './in-jsdom'

/** WeChat's own compilers, as miniprogram-simulate brings them. */
interface OfficialCompiler {
  wxmlToJs(folder: string): string
  wxssToJs(folder: string): string
}
const ofSimulate = createRequire(createRequire(import.meta.url).resolve('miniprogram-simulate'))
const compiler: OfficialCompiler = ofSimulate('miniprogram-compiler')

describe('WeChat’s own compilers', () => {
  test('wcc takes every template of the build', () => {
    const script = compiler.wxmlToJs(buildFolder)
    for (const page of ['pages/draw/index', 'pages/mine/index', 'packages/rules/pages/index'])
      expect(script).toContain(`${page}.wxml`)
  })

  test('wcsc takes every style sheet of the build', () => {
    expect(compiler.wxssToJs(buildFolder)).toContain('pages/draw/index.wxss')
  })

  test.each([
    ['base.wxml', '<view><text></view>', 'wxmlToJs'],
    ['app.wxss', '.a { color: ', 'wxssToJs'],
  ] as const)('a broken %s is refused', (file, content, compile) => {
    const folder = mkdtempSync(join(tmpdir(), 'weapp-'))
    cpSync(buildFolder, folder, { recursive: true })
    writeFileSync(join(folder, file), content)
    expect(() => compiler[compile](folder)).toThrow()
  })
})
