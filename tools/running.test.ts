import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { claim } from './running'

let file = ''

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'claim-')), 'start.pid')
})

test('a claim stands until it is given back', () => {
  const giveBack = claim(file)
  expect(readFileSync(file, 'utf8')).toBe(String(process.pid))
  giveBack()
  expect(existsSync(file)).toBe(false)
})

test('the claim of a living process is respected', () => {
  writeFileSync(file, String(process.ppid))
  expect(() => claim(file)).toThrow(/running already/)
})

test('the claim of a killed process counts for nothing', () => {
  const noProcessHasThis = 2 ** 31 - 1
  writeFileSync(file, String(noProcessHasThis))
  expect(() => claim(file)).not.toThrow()
})
