import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readKeys } from './keys'

const newFile = () => join(mkdtempSync(join(tmpdir(), 'keys-')), 'below', 'keys.env')

test('makes both keys once and keeps them', () => {
  const file = newFile()
  const keys = readKeys(file)
  expect(keys.PSEUDONYM_KEY).toMatch(/^[0-9a-f]{64}$/)
  expect(keys.FIELD_KEY).toMatch(/^[0-9a-f]{64}$/)
  expect(keys.FIELD_KEY).not.toBe(keys.PSEUDONYM_KEY)
  expect(readKeys(file)).toEqual(keys)
})

test.skipIf(process.platform === 'win32')('only the owner can read the file', () => {
  const file = newFile()
  readKeys(file)
  expect((statSync(file).mode & 0o777).toString(8)).toBe('600')
})

test('adds a key that is missing and leaves the other as it is', () => {
  const file = newFile()
  readKeys(file)
  const [kept = ''] = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, `${kept}\n`)
  const keys = readKeys(file)
  expect(`PSEUDONYM_KEY=${keys.PSEUDONYM_KEY}`).toBe(kept)
  expect(keys.FIELD_KEY).toMatch(/^[0-9a-f]{64}$/)
})
