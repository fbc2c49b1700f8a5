import { expect, test } from 'vitest'
import { demoTerms } from '../../tests/fixtures/terms'
import { writtenTerms } from './written-terms'

const sections = writtenTerms(demoTerms())
const rows = sections.flatMap((section) => section.rows)
const row = (path: string) => rows.find((one) => one.path === path)

test('每一项有名称、条号和带单位的值，没有一项是空的', () => {
  expect(row('renewalDiscount.baseDiscountBps')).toMatchObject({
    clause: '§5.2.1',
    value: expect.stringMatching(/折$/),
  })
  expect(row('prizeDraw.prizes[3].quantity')).toMatchObject({
    label: '奖品 · 35 元洗车抵用券 · 数量',
    value: expect.stringMatching(/^\d+ 份$/),
  })
  expect(row('demo')).toMatchObject({ label: '是否演示活动', value: '是' })
  for (const { label, path } of rows) expect([path, label]).not.toContain('')
})

test('每一项只出现一次', () => {
  expect(new Set(rows.map(({ path }) => path)).size).toBe(rows.length)
})
