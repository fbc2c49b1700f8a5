import { describe, expect, test } from 'vitest'
import { eventMessage } from '../tests/fixtures/policy-event'
import { columnWords, readHeader, readRow } from './policy-columns'
import type { PolicyField } from './policy-event'

const fields = Object.keys(columnWords) as PolicyField[]
const words = Object.values(columnWords)
const columnsOf = (header: readonly string[]) => {
  const reading = readHeader(header)
  if (!reading.ok) throw new Error(JSON.stringify(reading))
  return reading.columns
}

/** The cells of a row in the order of the table, with some replaced. */
function cells(changes: Partial<Record<PolicyField, string>> = {}): string[] {
  const yuan = { commercialPremiumFen: '4200.00', compulsoryPremiumFen: '950' }
  const written: Partial<Record<PolicyField, string | number>> = { ...eventMessage(), ...yuan, ...changes }
  return fields.map((field) => String(written[field]))
}
const row = (changes: Partial<Record<PolicyField, string>>) => readRow(columnsOf(words), cells(changes), null)

describe('表头', () => {
  test('中文，任何顺序', () => {
    const reversed = [...words].reverse()
    expect(columnsOf(reversed)).toEqual([...fields].reverse())
  })

  test('英文，保费没有 Fen；大小写和空格不论', () => {
    const english = fields.map((field) => field.replace('Fen', ''))
    expect(columnsOf(english)).toEqual(fields)
    expect(columnsOf(english.map((name) => ` ${name.toUpperCase()} `))).toEqual(fields)
  })

  test('不认识的列说出来，不算错', () => {
    expect(readHeader([...words, '备注', ''])).toMatchObject({ ok: true, unknown: ['备注'] })
  })

  test('缺列、重列：整个文件不能用', () => {
    expect(readHeader(words.slice(1))).toEqual({ ok: false, missing: ['保单号'], twice: [] })
    expect(readHeader([...words, '保单号'])).toEqual({ ok: false, missing: [], twice: ['保单号'] })
    expect(readHeader([...words, 'policyNumber'])).toMatchObject({ ok: false, twice: ['保单号'] })
    expect(readHeader(['a', 'b']).ok).toBe(false)
  })
})

describe('一行', () => {
  test('元变成分', () => {
    expect(row({})).toMatchObject({
      ok: true,
      event: { commercialPremiumFen: 420_000, compulsoryPremiumFen: 95_000, claimsLastYear: 0, sequence: 1 },
    })
  })

  test.each([
    ['整元', '4268', 426_800],
    ['一位小数', '4268.4', 426_840],
    ['两位小数，浮点会算错', '4268.07', 426_807],
    ['千位逗号', '1,234,567.89', 123_456_789],
    ['零', '0', 0],
  ])('金额：%s', (_name, text, expected) => {
    expect(row({ commercialPremiumFen: text })).toMatchObject({ ok: true, event: { commercialPremiumFen: expected } })
  })

  test.each(['', '-1', '1.234', '1e3', '¥100', '12.', 'abc', '0x10'])('金额 %s 不能读', (text) => {
    const reading = row({ commercialPremiumFen: text })
    expect(reading.ok ? [] : reading.problems.map(({ field }) => field)).toEqual(['commercialPremiumFen'])
  })

  test('Excel 改写过的日期仍然能读', () => {
    expect(row({ coverStartsOn: '2026/9/9', issuedAt: '2026/9/8 9:05' })).toMatchObject({
      ok: true,
      event: { coverStartsOn: '2026-09-09', issuedAt: Date.UTC(2026, 8, 8, 1, 5) },
    })
  })

  test('Excel 改写过的证件号救不回来：拒绝', () => {
    expect(row({ holderIdNumber: '1.10105E+17' }).ok).toBe(false)
  })

  test('出险次数为空是不知道', () => {
    expect(row({ claimsLastYear: '' })).toMatchObject({ ok: true, event: { claimsLastYear: null } })
  })

  test('列数不对：只有一个问题', () => {
    const reading = readRow(columnsOf(words), cells().slice(1), null)
    expect(reading.ok ? [] : reading.problems).toEqual([
      { field: null, value: '', reason: '这一行有 21 列，表头有 22 列' },
    ])
  })

  test('几处不对一次说完，每一列一个', () => {
    const reading = row({ commercialPremiumFen: 'x', sequence: '', vin: 'y' })
    expect(reading.ok ? [] : reading.problems.map(({ field }) => field).sort()).toEqual([
      'commercialPremiumFen',
      'sequence',
      'vin',
    ])
  })
})
