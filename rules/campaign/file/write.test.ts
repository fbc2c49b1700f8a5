import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day } from '#values/days'
import { demoFile, problemsIn } from '../../../tests/fixtures/campaign-file'
import { demoTerms } from '../../../tests/fixtures/terms'
import { campaignFileTexts } from '../../../tools/campaign-file-texts'
import { checkCampaignFile } from '../check'
import { type Terms, termsSchema } from '../terms'
import type { FieldSchema, LeafNote } from '../terms/fields'
import { FileReader } from './read'
import { Reading } from './reading'
import { parseSource } from './source'
import { writeCampaignFile } from './write'

describe('随代码发布的文件与条款的定义一致（不一致时运行 npx tsx tools/campaign-files.ts）', () => {
  test.each(campaignFileTexts(demoFile))('$path', ({ path, text }) => {
    expect(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8')).toBe(text)
  })
})

describe('模板', () => {
  const template = writeCampaignFile(null, [])
  const problems = problemsIn(template)

  test('每个 [X] 都指出来，除此之外没有别的问题', () => {
    const open = template.split('\n').flatMap((line, index) => (line.includes('[X]') ? [index + 1] : []))
    expect(problems.map(({ line }) => line)).toEqual(open)
    expect(problems.every(({ message }) => message.includes('还没有填写'))).toBe(true)
  })

  test.each([
    '§2',
    '§3',
    '§4',
    '§5.1.1',
    '§5.1.2',
    '§5.1.3',
    '§5.2.1',
    '§5.2.2',
    '§5.2.3',
    '§5.3.1',
    '§5.3.2',
    '§5.4.1',
  ])('有 %s 的参数', (clause) => expect(problems.some((problem) => problem.clause === clause)).toBe(true))
  test.each(['§5.4.2', '§5.4.3', '§5.4.4', '§6', '§7', '§8', '§9', '§10'])('有 %s 的参数', (clause) =>
    expect(problems.some((problem) => problem.clause === clause)).toBe(true),
  )
})

/** Any value the schema allows; contradictions between fields are for the checks, not for reading and writing. */
function anyValueOf({ field }: FieldSchema): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'group':
      return fc.record(
        Object.fromEntries(Object.entries(field.entries).map(([name, schema]) => [name, anyValueOf(schema)])),
      )
    case 'list':
      return fc.array(anyValueOf(field.item), { minLength: field.minLength, maxLength: 3 })
    default:
      return field.nullWord === null ? leafOf(field) : fc.option(leafOf(field), { nil: null })
  }
}

const chinese = fc.constantFrom(...'车险活动：年“款”#-: 0.5%[]{},\'"&*!|>@`~').map(String)
const wording = fc
  .array(chinese, { minLength: 1, maxLength: 20 })
  .map((letters) => `款${letters.join('')}`.trim())
  .filter((text) => !/\[X\]/i.test(text))

function leafOf(note: LeafNote): fc.Arbitrary<unknown> {
  switch (note.kind) {
    case 'scaled':
    case 'count':
      return fc.integer({ min: note.min ?? 0, max: note.max ?? 0 })
    case 'day':
      return fc.integer({ min: 0, max: 364 }).map((offset) => addDays(day('2026-01-01'), offset))
    case 'flag':
      return fc.boolean()
    case 'choice':
      return fc.constantFrom(...Object.keys(note.choices ?? {}))
    case 'text':
      return note.pattern === null ? wording : fc.constantFrom('400-000-0000').map((phone) => codeFor(note, phone))
  }
}
const codeFor = (note: LeafNote, phone: string): string =>
  [phone, 'some-id-7', '330101'].find((text) => note.pattern?.test.test(text)) ?? ''

test('规律：写成文件再读回，条款一字不差，也没有问题', () => {
  const anyTerms = anyValueOf(termsSchema).map((value) => value as Terms)
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const reading = new Reading('x')
      const { root, lineOf } = parseSource(writeCampaignFile(terms, ['标题']), reading)
      expect(new FileReader(reading, lineOf).read(termsSchema, root, [])).toEqual(terms)
      expect(reading.problems).toEqual([])
    }),
    { numRuns: 10 },
  )
}, 60_000)

test('写出演示活动，读回来是同一份条款', () => {
  const check = checkCampaignFile(writeCampaignFile(demoTerms(), []), 'x')
  expect(check.ok && check.terms).toEqual(demoTerms())
})
