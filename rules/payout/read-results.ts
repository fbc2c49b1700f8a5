import { readCsv } from '#values/csv'
import type { Instant } from '#values/days'
import type { Fen } from '#values/money'
import { yuanField } from './bank-file'
import { isSettled, type LineOutcome, type LineState } from './payout'

/** The bank's results file (docs/payouts.md), one row for each payment of a batch. */
export const resultColumns = ['批次号', '序号', '账号后四位', '金额', '状态', '流水号', '失败原因'] as const
type Column = (typeof resultColumns)[number]

/** A payment of the batch as we know it. */
export interface KnownLine {
  number: number
  tail: string
  netFen: Fen
  state: LineState
}

/** Where the file is wrong. Columns count from 1. */
export interface ResultProblem {
  line: number
  column: number
  message: string
}

export interface ResultRow {
  number: number
  outcome: LineOutcome
}

const words: Readonly<Record<string, LineOutcome['kind']>> = {
  成功: 'paid',
  失败: 'failed',
  处理中: 'unknown',
  未知: 'unknown',
}

/**
 * “结果文件要和批次一笔一笔对得上；对不上的，一笔都不入账，写明哪一行哪一列。” (§7)
 * A row may be missing: its payment stays unknown. A row may not change what is settled.
 */
export function readResults(
  text: string,
  batchId: string,
  lines: readonly KnownLine[],
  at: Instant,
): { rows: ResultRow[]; problems: ResultProblem[] } {
  const [head, ...body] = readCsv(text)
  if (!head || resultColumns.some((name, index) => head.cells[index] !== name)) {
    return {
      rows: [],
      problems: [{ line: head?.line ?? 1, column: 1, message: `第一行应为：${resultColumns.join(',')}` }],
    }
  }
  const known = new Map(lines.map((line) => [String(line.number), line]))
  const seen = new Set<number>()
  const rows: ResultRow[] = []
  const problems: ResultProblem[] = []
  for (const { line, cells } of body) {
    const said = (column: Column): string => cells[resultColumns.indexOf(column)] ?? ''
    const row = readRow(said, batchId, known.get(said('序号')), seen, at)
    if ('message' in row) {
      problems.push({ line, column: resultColumns.indexOf(row.column) + 1, message: row.message })
      continue
    }
    seen.add(row.number)
    rows.push(row)
  }
  if (body.length === 0) problems.push({ line: head.line, column: 1, message: '文件里没有一笔结果' })
  return { rows, problems }
}

interface Wrong {
  column: Column
  message: string
}

function readRow(
  said: (column: Column) => string,
  batchId: string,
  known: KnownLine | undefined,
  seen: ReadonlySet<number>,
  at: Instant,
): ResultRow | Wrong {
  const wrong = (column: Column, message: string): Wrong => ({ column, message })
  if (said('批次号') !== batchId) return wrong('批次号', `不是这个批次：应为 ${batchId}`)
  if (!known) return wrong('序号', '这个批次里没有这一笔')
  if (seen.has(known.number)) return wrong('序号', '同一笔出现了两次')
  if (said('账号后四位') !== known.tail) return wrong('账号后四位', `与批次不符：应为 ${known.tail}`)
  if (said('金额') !== yuanField(known.netFen)) return wrong('金额', `与批次不符：应为 ${yuanField(known.netFen)}`)
  const kind = words[said('状态')]
  if (!kind) return wrong('状态', '应为 成功、失败 或 处理中')
  if (kind === 'paid' && said('流水号') === '') return wrong('流水号', '成功的要写流水号')
  if (kind === 'failed' && said('失败原因') === '') return wrong('失败原因', '失败的要写原因')
  const why = (said('失败原因') || '银行还没有结果').slice(0, 100)
  const outcome: LineOutcome = kind === 'paid' ? { kind, at, reference: said('流水号') } : { kind, at, why }
  const altered = alteration(known.state, outcome)
  return altered ? wrong(...altered) : { number: known.number, outcome }
}

/** What a row says otherwise than an earlier file, where that had said the last word; null when it says the same. */
function alteration(before: LineState, said: LineOutcome): [Column, string] | null {
  if (!isSettled(before)) return null
  if (before.kind !== said.kind) return ['状态', `先前的结果是${before.kind === 'paid' ? '成功' : '失败'}，不能改`]
  if (before.kind === 'paid' && said.kind === 'paid' && before.reference !== said.reference) {
    return ['流水号', `先前的流水号是 ${before.reference}，不能改`]
  }
  if (before.kind === 'failed' && said.kind === 'failed' && before.why !== said.why) {
    return ['失败原因', `先前的原因是 ${before.why}，不能改`]
  }
  return null
}
