import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { deskTeam } from './demo-staff'

/** Everything that is built and deployed comes from these rooms. */
const deployed = ['values', 'contract', 'rules', 'cloudfunctions', 'console', 'src']

function files(path: string): string[] {
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => files(join(path, name))) : [path]
}

test('一键登录只在本机演示里：要发布的代码里没有它的地址、脚本和人', () => {
  const texts = deployed.flatMap(files).map((file) => [file, readFileSync(file, 'utf8')] as const)
  expect(texts.length).toBeGreaterThan(300)
  const ofPreview = ['/start/', 'console.js', 'tools/preview', ...deskTeam.map(({ openid }) => openid)]
  const found = texts.filter(([, text]) => ofPreview.some((trace) => text.includes(trace)))
  expect(found.map(([file]) => file)).toEqual([])
})
