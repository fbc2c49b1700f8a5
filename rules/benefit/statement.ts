import type { Fen } from '#values/money'
import { formatFen } from '#values/money'

/**
 * One line of the explanation of an amount, in Chinese. The amounts of the `part` lines add up to the amount of the one
 * `result` line. `fact` lines say what it rests on, `advice` lines what would have changed it.
 */
export type StatementLine = {
  /** What the line is about: 续保基准折扣. */
  label: string
  /** The figure or words: ¥440.00. */
  value: string
  /** From what and by which rule: 商业险保费 ¥4,400.00 按 9 折. */
  note: string | null
  /** The campaign plan's number: §5.2.1; null for what the core system says. */
  clause: string | null
} & ({ kind: 'fact' | 'advice'; amountFen: null } | { kind: 'part' | 'result'; amountFen: Fen })

/** What the decision rests on. */
export const fact = (
  label: string,
  value: string,
  clause: string | null = null,
  note: string | null = null,
): StatementLine => ({ kind: 'fact', label, value, note, clause, amountFen: null })

/** A signed part of the result: what it adds, and from what. */
export const part = (label: string, amountFen: Fen, clause: string, note: string): StatementLine => ({
  kind: 'part',
  label,
  value: formatFen(amountFen),
  note,
  clause,
  amountFen,
})

/** The amount that the parts add up to. */
export const result = (label: string, amountFen: Fen, clause: string, note: string | null = null): StatementLine => ({
  kind: 'result',
  label,
  value: formatFen(amountFen),
  note,
  clause,
  amountFen,
})

/** What would have changed the decision, as a sentence. */
export const advice = (value: string, clause: string): StatementLine => ({
  kind: 'advice',
  label: '怎样会更多',
  value,
  note: null,
  clause,
  amountFen: null,
})

/** Whether the parts add up to the one result and the result is `amountFen`; a statement without a figure has neither. */
export function addsUp(statement: readonly StatementLine[], amountFen: Fen | null): boolean {
  const results = statement.filter((line) => line.kind === 'result')
  if (amountFen === null) return results.length === 0 && statement.every((line) => line.kind !== 'part')
  let parts = 0
  for (const line of statement) if (line.kind === 'part') parts += line.amountFen
  return results.length === 1 && results[0]?.amountFen === amountFen && parts === amountFen
}
