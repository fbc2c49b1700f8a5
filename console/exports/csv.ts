import { stringify } from 'csv-stringify/browser/esm/sync'
import type { Cell, Sheet } from './column'

/**
 * RFC 4180 with a byte order mark, so that Excel reads it as UTF-8. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it.
 */
export function csvOf({ columns, rows }: Sheet): Blob {
  const written = rows.map((row) => row.map((cell, index) => text(cell, columns[index]?.kind)))
  const head = columns.map(({ title }) => title)
  const options = { bom: true, record_delimiter: '\r\n', escape_formulas: true } as const
  return new Blob([stringify([head, ...written], options)], { type: 'text/csv;charset=utf-8' })
}

/** A negative amount is a number and no formula: it is written as one. */
function text(cell: Cell, kind: Sheet['columns'][number]['kind']): Cell {
  return typeof cell === 'number' && kind === 'yuan' ? Number(cell.toFixed(2)) : cell
}
