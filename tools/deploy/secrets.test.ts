import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { readSecrets, secretFacts } from './secrets'

let folder = ''
const file = (name: string) => join(folder, name)
const fact = (name: string, secrets: Parameters<typeof secretFacts>[0]) =>
  secretFacts(secrets, folder).find((one) => one.name === name)
const key = 'ab'.repeat(32)

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder })
  git('init', '--quiet')
  writeFileSync(file('tracked.md'), `the key is ${key}`)
  writeFileSync(
    file('upload.key'),
    '-----BEGIN RSA PRIVATE KEY-----\nMIIEmaterialmaterial\n-----END RSA PRIVATE KEY-----',
  )
  git('add', '.')
})

test('the process environment comes before the file', () => {
  writeFileSync(file('deploy.env'), `FIELD_KEY=${key}\nPSEUDONYM_KEY = ${key} \n`)
  expect(readSecrets({ FIELD_KEY: 'from the environment' }, file('deploy.env'))).toEqual({
    FIELD_KEY: 'from the environment',
    PSEUDONYM_KEY: key,
  })
})

test('a secret in a file under git is found, one that is nowhere is not', () => {
  expect(fact('FIELD_KEY', { FIELD_KEY: key })).toEqual({ name: 'FIELD_KEY', form: 'good', trackedIn: ['tracked.md'] })
  expect(fact('FIELD_KEY', { FIELD_KEY: 'cd'.repeat(32) })?.trackedIn).toEqual([])
})

test('the upload key is found under git by its path', () => {
  expect(fact('WECHAT_UPLOAD_KEY', { WECHAT_UPLOAD_KEY: file('upload.key') })).toMatchObject({
    form: 'good',
    trackedIn: ['upload.key'],
  })
})

test('a copy of the upload key under git is found by its content', () => {
  const outside = join(mkdtempSync(join(tmpdir(), 'key-')), 'private.key')
  writeFileSync(outside, '-----BEGIN RSA PRIVATE KEY-----\nMIIEmaterialmaterial\n-----END RSA PRIVATE KEY-----')
  expect(fact('WECHAT_UPLOAD_KEY', { WECHAT_UPLOAD_KEY: outside })?.trackedIn).toEqual(['upload.key'])
})

test.each([
  ['FIELD_KEY', key.slice(1)],
  ['PSEUDONYM_KEY', 'no hexadecimal digits'],
  ['WECHAT_UPLOAD_KEY', 'nowhere.key'],
  ['TENCENTCLOUD_SECRETID', 'short'],
])('a malformed %s', (name, value) => {
  expect(fact(name, { [name]: value })?.form).toBe('malformed')
})

test('outside a git checkout it says so', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'no-git-'))
  expect(() => secretFacts({ FIELD_KEY: key }, elsewhere)).toThrow('git checkout')
})
