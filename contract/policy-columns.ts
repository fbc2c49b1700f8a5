import type { PolicyField } from './policy-event'
import {
  type EventProblem,
  type EventReading,
  type KnownCodes,
  readPolicyEvent,
  shownValue,
} from './policy-event-reading'

/** 表头 of each field in the policy file. Premiums stand in yuan there. */
export const columnWords: Readonly<Record<PolicyField, string>> = {
  policyNumber: '保单号',
  event: '业务事件',
  businessKind: '业务类型',
  previousPolicyNumber: '上年保单号',
  branchCode: '机构代码',
  channelCode: '渠道代码',
  plateNumber: '车牌号',
  vin: '车架号',
  vehicleType: '车辆类型',
  usageNature: '使用性质',
  drivingRegion: '行驶区域',
  issuedAt: '出单时间',
  coverStartsOn: '保险起期',
  coverEndsOn: '保险止期',
  commercialPremiumFen: '商业险保费',
  compulsoryPremiumFen: '交强险保费',
  claimsLastYear: '上年出险次数',
  loyaltyGrade: '忠诚度等级',
  holderName: '投保人',
  holderIdNumber: '证件号',
  holderPhone: '手机号',
  sequence: '流水号',
}
// `Object.entries` forgets that the keys are the record's own.
const columnEntries = Object.entries(columnWords) as [PolicyField, string][]

/** The file's English names: those of the message, but premiums in yuan. */
const englishName = (field: PolicyField): string => field.replace(/PremiumFen$/, 'Premium')
const fieldOf = new Map(
  columnEntries.flatMap(([field, word]) => [
    [word, field] as const,
    [englishName(field).toLowerCase(), field] as const,
  ]),
)

/** A file's columns in their order; null for one that is not ours. */
export type Columns = readonly (PolicyField | null)[]

export type HeaderReading =
  | { ok: true; columns: Columns; unknown: string[] }
  | { ok: false; missing: string[]; twice: string[] }

/** Reads the header row: Chinese or English names in any order. A column that is missing or named twice makes the file unreadable. */
export function readHeader(cells: readonly string[]): HeaderReading {
  const columns = cells.map((cell) => fieldOf.get(cell.trim()) ?? fieldOf.get(cell.trim().toLowerCase()) ?? null)
  const missing = columnEntries.filter(([field]) => !columns.includes(field)).map(([, word]) => word)
  const twice = columnEntries
    .filter(([field]) => columns.indexOf(field) !== columns.lastIndexOf(field))
    .map(([, word]) => word)
  if (missing.length > 0 || twice.length > 0) return { ok: false, missing, twice }
  const unknown = cells.filter((cell, index) => columns[index] === null && cell.trim() !== '')
  return { ok: true, columns, unknown }
}

/** An event as a message carries it, before it is checked. */
export type EventMessage = Partial<Record<PolicyField, string | number>>

/** Reads one row of the file; every problem at once. `message` is what is sent for it. */
export function readRow(
  columns: Columns,
  cells: readonly string[],
  known: KnownCodes | null,
): EventReading & { message: EventMessage } {
  const message: EventMessage = {}
  const problems: EventProblem[] = []
  for (const [index, field] of columns.entries()) {
    if (field === null) continue
    const text = (cells[index] ?? '').trim()
    const value = messageValue(field, text)
    if (value === null)
      problems.push({ field, value: shownValue(field, text), reason: NOT_A_NUMBER[field] ?? '应为数字' })
    else message[field] = value
  }
  if (cells.length !== columns.length) {
    const reason = `这一行有 ${cells.length} 列，表头有 ${columns.length} 列`
    return { ok: false, message, problems: [{ field: null, value: '', reason }] }
  }
  const reading = readPolicyEvent(message, known)
  if (problems.length === 0) return { ...reading, message }
  const numbers = new Set(problems.map(({ field }) => field))
  const others = reading.ok ? [] : reading.problems.filter(({ field }) => !numbers.has(field))
  return { ok: false, message, problems: [...problems, ...others] }
}

const YUAN = '应为以元为单位的金额，最多两位小数'
const NOT_A_NUMBER: Partial<Record<PolicyField, string>> = {
  commercialPremiumFen: YUAN,
  compulsoryPremiumFen: YUAN,
  sequence: '应为整数',
  claimsLastYear: '应为 0 到 99 的整数，不知道时为空',
}

/** The cell as the message has it; null when a number is wanted and it is none. */
function messageValue(field: PolicyField, text: string): string | number | null {
  switch (field) {
    case 'commercialPremiumFen':
    case 'compulsoryPremiumFen':
      return fenOf(text)
    case 'sequence':
      return /^\d{1,15}$/.test(text) ? Number(text) : null
    case 'claimsLastYear':
      return text === '' ? '' : /^\d{1,3}$/.test(text) ? Number(text) : null
    case 'issuedAt':
    case 'coverStartsOn':
    case 'coverEndsOn':
      return withHyphens(text)
    default:
      return text
  }
}

/** `4,268.40` and `4268.4` are 426840 fen; by digits, never through a fraction. */
function fenOf(text: string): number | null {
  const [, yuan = '', decimals = ''] = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.replaceAll(',', '')) ?? []
  return yuan === '' ? null : Number(yuan) * 100 + Number(decimals.padEnd(2, '0'))
}

/** Excel in China writes `2026/9/1 9:05` for `2026-09-01 09:05`: a corrected file must come through. */
const withHyphens = (text: string): string =>
  text.replace(
    /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?:( )(\d{1,2})(?=:))?/,
    (_all, year: string, month: string, date: string, space = '', hour = '') =>
      `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}${space}${hour === '' ? '' : hour.padStart(2, '0')}`,
  )
