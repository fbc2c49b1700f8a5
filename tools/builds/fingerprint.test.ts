import { mkdirSync, mkdtempSync, renameSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { fingerprint } from './fingerprint'

let folder = ''
const file = (name: string) => join(folder, name)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'))
  mkdirSync(file('rules'))
  writeFileSync(file('rules/draw.ts'), 'export const odds = 1')
})

test('a changed source changes it, a touched one does not', () => {
  const before = fingerprint([folder])
  utimesSync(file('rules/draw.ts'), 0, 0)
  expect(fingerprint([folder])).toBe(before)
  writeFileSync(file('rules/draw.ts'), 'export const odds = 2')
  expect(fingerprint([folder])).not.toBe(before)
})

test('a renamed and a new source change it', () => {
  const before = fingerprint([folder])
  renameSync(file('rules/draw.ts'), file('rules/raffle.ts'))
  const renamed = fingerprint([folder])
  writeFileSync(file('rules/gift.ts'), '')
  expect(new Set([before, renamed, fingerprint([folder])]).size).toBe(3)
})

test('tests are not sources, and what is not there counts as empty', () => {
  const before = fingerprint([folder])
  writeFileSync(file('rules/draw.test.ts'), 'test')
  expect(fingerprint([folder, file('nowhere')])).toBe(before)
})
