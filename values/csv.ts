/** One line of a list that was made in a spreadsheet. */
export interface CsvLine {
  /** As an editor counts: the first is 1. */
  line: number
  cells: string[]
}

/**
 * Reads comma-separated text: a byte order mark, quoted cells with doubled quotes and line breaks in them, any line ends.
 * Cells are trimmed; lines without anything in them are left out.
 */
export function readCsv(text: string): CsvLine[] {
  const lines: CsvLine[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let startedOn = 1
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
  }
  const endLine = () => {
    endCell()
    if (cells.some((one) => one !== '')) lines.push({ line: startedOn, cells })
    cells = []
  }
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (let at = 0; at < plain.length; at += 1) {
    const character = plain.charAt(at)
    if (quoted && character === '"' && plain.charAt(at + 1) === '"') {
      cell += '"'
      at += 1
    } else if (character === '"' && (quoted || cell.trim() === '')) quoted = !quoted
    else if (!quoted && character === ',') endCell()
    else if (!quoted && character === '\n') {
      endLine()
      startedOn = line + 1
    } else cell += character
    if (character === '\n') line += 1
  }
  endLine()
  return lines
}

/** One line of comma-separated text. What a spreadsheet would take for a formula begins with an apostrophe. */
export const csvLine = (cells: readonly string[]): string => cells.map(written).join(',')

function written(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
