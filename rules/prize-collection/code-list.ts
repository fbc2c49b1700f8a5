import { readCsv } from '#values/csv'

/** Where a line of an uploaded list is wrong; `column` null for the line as a whole. */
export interface ListProblem {
  line: number
  column: string | null
  message: string
}

/** What partners print on coupons: letters, digits and hyphens. */
const CODE = /^[A-Z0-9-]{6,32}$/
const COLUMN = '券码'

/**
 * “一行一个券码，带不带表头都可以；写错的、重复的，指出在哪一行，不影响其他行。” (§5.4.4)
 * Codes in their order, without those that stand in the list twice.
 */
export function readCodeList(text: string): {
  lines: number
  codes: { line: number; code: string }[]
  problems: ListProblem[]
} {
  const rows = readCsv(text)
  const body = rows[0]?.cells[0] === COLUMN ? rows.slice(1) : rows
  const firstLineOf = new Map<string, number>()
  const codes: { line: number; code: string }[] = []
  const problems: ListProblem[] = []
  for (const { line, cells } of body) {
    const [written = '', ...more] = cells
    const code = written.toUpperCase()
    const before = firstLineOf.get(code)
    if (more.some((cell) => cell !== '')) problems.push({ line, column: null, message: '一行只写一个券码' })
    else if (!CODE.test(code)) problems.push({ line, column: COLUMN, message: '券码为 6 到 32 位字母、数字或连字符' })
    else if (before !== undefined) problems.push({ line, column: COLUMN, message: `与第 ${before} 行重复` })
    else {
      firstLineOf.set(code, line)
      codes.push({ line, code })
    }
  }
  return { lines: body.length, codes, problems }
}
