import type { Cell, Sheet } from './column'

/** An Excel workbook of one sheet. The library is loaded with the first one that is asked for. */
export async function xlsxOf({ columns, rows }: Sheet): Promise<Blob> {
  const { default: write } = await import('write-excel-file/browser')
  const head = columns.map(({ title }) => ({ value: title, fontWeight: 'bold' as const }))
  const body = rows.map((row) => row.map((cell, index) => cellOf(cell, columns[index]?.kind)))
  return write([head, ...body], {
    columns: columns.map(({ kind }) => ({ width: kind ? 14 : 22 })),
    stickyRowsCount: 1,
  }).toBlob()
}

/** Text stays text: a cell that begins with = is no formula in a workbook unless it is written as one. */
function cellOf(cell: Cell, kind: Sheet['columns'][number]['kind']) {
  if (cell === null) return null
  if (typeof cell === 'string') return { type: String, value: cell }
  return { type: Number, value: cell, ...(kind === 'yuan' ? { format: '#,##0.00' } : {}) }
}
