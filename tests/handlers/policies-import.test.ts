import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { EventMessage } from '#contract/policy-columns'
import { day } from '#values/days'
import { importPolicies } from '../../tools/policies-import'
import { policyBook } from '../../tools/policy-book/book'
import { fileHeader, fileRows } from '../../tools/policy-book/policy-file'
import { gb18030 } from '../fixtures/gb18030'
import { peopleAndCars } from '../fixtures/people-and-cars'
import { eventMessage } from '../fixtures/policy-event'
import { demoTerms } from '../fixtures/terms'
import { type CampaignCloud, runningCampaign, testKeys } from './campaign-cloud'
import { documentsOf } from './policy-feed'

const key = Buffer.from(testKeys.POLICY_FEED_KEY, 'hex')
let cloud: CampaignCloud
let folder: string
beforeAll(async () => {
  cloud = await runningCampaign()
})
afterAll(() => cloud.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const report = () => join(folder, 'report.csv')
/** Imports a file with this content. @returns exit code and all that was said */
async function importing(content: string | Buffer, withKey = key): Promise<{ code: number; said: string }> {
  const file = join(folder, 'policies.csv')
  writeFileSync(file, content)
  let said = ''
  const out = {
    write(text: string) {
      said += text
    },
  }
  return { code: await importPolicies(cloud, withKey, file, report(), out), said }
}
const stored = async () => (await documentsOf(cloud, 'policies')).map(({ _id }) => String(_id)).sort()
const reported = () => parse(readFileSync(report(), 'utf8'), { columns: true, bom: true }) as Record<string, string>[]

let used = 0
/** So many events of people of whom nobody has heard. */
function newcomers(count: number): EventMessage[] {
  used += count
  return peopleAndCars(used)
    .slice(-count)
    .map((one) => eventMessage({ ...one, issuedAt: '2025-09-08 09:30' }))
}
const file = (events: readonly EventMessage[]) => fileHeader() + fileRows(events)

describe('整册导入', () => {
  const messages = policyBook(demoTerms(), { seed: 11, count: 500, on: day('2026-09-08') })

  test('每一行都收下；再导入一次都忽略，库里不变', async () => {
    const first = await importing(`\ufeff${file(messages)}`)
    expect(first.said).toContain('UTF-8')
    expect(first.code).toBe(0)
    expect(existsSync(report())).toBe(false)
    const policies = await documentsOf(cloud, 'policies')
    expect(policies.map(({ _id }) => _id).sort()).toEqual([...new Set(messages.map((one) => one.policyNumber))].sort())
    const benefits = await documentsOf(cloud, 'benefits')
    expect(benefits.length).toBeGreaterThan(100)
    const again = await importing(file(messages))
    expect(again.said).toContain(`收下 0 忽略 ${messages.length.toLocaleString('en-US')} 拒绝 0`)
    expect(await documentsOf(cloud, 'policies')).toEqual(policies)
    expect(await documentsOf(cloud, 'benefits')).toEqual(benefits)
  })
})

test('GB18030（Excel 另存的）：同样收下，姓名没有变成乱码', async () => {
  const events = newcomers(3)
  const { code, said } = await importing(gb18030(file(events)))
  expect([code, said.includes('GB18030')]).toEqual([0, true])
  const masks = (await documentsOf(cloud, 'holders')).map(({ nameMask }) => nameMask)
  expect(masks).toContain(`${String(events[0]?.holderName).slice(0, 1)}**`)
  for (const { policyNumber } of events) expect(await stored()).toContain(policyNumber)
})

test('有错的行单独拒绝：报告有行号、列、遮盖的值和原因；改好以后直接再导入', async () => {
  const [good, bad, worse] = newcomers(3)
  const rows = [
    { ...good, holderName: '示例\n公司' },
    { ...bad, holderIdNumber: '110105194912310021' },
    { ...worse, branchCode: 'SF9999' },
  ]
  const { code, said } = await importing(`${fileHeader()}${fileRows(rows)}只有一列\n`)
  expect(code).toBe(2)
  expect(said).toContain('拒绝')
  expect(reported().map(({ 行号, 有误的列, 有误的值 }) => [行号, 有误的列, 有误的值])).toEqual(
    expect.arrayContaining([
      ['2', '投保人', expect.stringMatching(/^示\*+/)],
      ['4', '证件号', '110*************21'],
      ['5', '机构代码', 'SF9999'],
      ['6', '整行', ''],
    ]),
  )
  expect(reported().every(({ 原因 }) => /[\u4e00-\u9fa5]/.test(原因 ?? ''))).toBe(true)
  expect(statSync(report()).mode & 0o077).toBe(0)
  const corrected = readFileSync(report(), 'utf8')
    .replace('"示例\n公司"', '示例公司')
    .replace('110105194912310021', String(bad?.holderIdNumber))
    .replace('SF9999', 'SF0101')
    .replace(/^只有一列.*\n/m, '')
  const again = await importing(corrected)
  expect(again).toMatchObject({ code: 0, said: expect.stringContaining('行号、有误的列、有误的值、原因') })
  for (const one of [good, bad, worse]) expect(await stored()).toContain(one?.policyNumber)
})

describe('整个文件不能用：什么都没有变', () => {
  const events = () => newcomers(600)
  const swapped = (text: string) => Buffer.from(text, 'utf16le')
  test.each<[string, () => string | Buffer, string]>([
    ['表头少一列', () => file(events()).replace('手机号', '电话'), '缺少：手机号'],
    ['表头重复', () => file(events()).replace('手机号', '投保人'), '重复：投保人'],
    ['没有表头', () => fileRows(events()), '表头'],
    ['空文件', () => '', '空'],
    ['只有表头', () => fileHeader(), '只有表头'],
    ['图片', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '不是文本'],
    ['UTF-16', () => Buffer.concat([Buffer.from([0xff, 0xfe]), swapped(file(events()))]), '不是文本'],
    ['最后一个字节坏了', () => Buffer.concat([Buffer.from(file(events())), Buffer.from([0xff, 0xff])]), '不是文本'],
    ['中间有零字节', () => `${file(events())}\0`, '不是文本'],
    ['末尾的引号没有关', () => `${file(events())}"没有关上的引号,1,2\n`, '引号'],
    ['引号后面还有字', () => `${file(events())}"引号"后面,1\n${fileRows(newcomers(1))}`, '引号'],
  ])('%s', async (_name, content, message) => {
    const before = await stored()
    await expect(importing(content())).rejects.toThrow(message)
    expect(await stored()).toEqual(before)
    expect(existsSync(report())).toBe(false)
  })

  test('钥匙不对：云端拒绝，说出原因', async () => {
    const before = await stored()
    await expect(importing(file(newcomers(2)), Buffer.alloc(32, 7))).rejects.toThrow('签名')
    expect(await stored()).toEqual(before)
  })
})
