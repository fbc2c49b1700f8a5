import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Every member of `wx` in WeChat's official typings. */
export function wxNames(): { name: string; callable: boolean }[] {
  const typings = dirname(createRequire(import.meta.url).resolve('miniprogram-api-typings/package.json'))
  const text = readFileSync(join(typings, 'types/wx/lib.wx.api.d.ts'), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
  const members = /\n {4}interface Wx \{\n([\s\S]*?)\n {4}\}/.exec(text)?.[1]
  if (!members) throw new Error('the typings declare no interface Wx')
  const found = new Map<string, boolean>()
  for (const [, name = '', next] of members.matchAll(/^ {8}(?:readonly )?(\w+)\??([<(:])/gm))
    found.set(name, next !== ':')
  return [...found].map(([name, callable]) => ({ name, callable }))
}
