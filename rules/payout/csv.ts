/** One field as CSV (RFC 4180) has it: in quotes where it holds a comma, a quote or a line's end. */
export const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const csvLine = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`

/** Rows of fields, each with the line on which it begins; blank lines left out. A quote that never closes takes in the rest. */
export function readCsv(text: string): { line: number; fields: string[] }[] {
  const rows: { line: number; fields: string[] }[] = []
  let fields: string[] = []
  let field = ''
  let quoted = false
  let line = 1
  let begunOn = 1
  const endField = () => {
    fields.push(field)
    field = ''
  }
  const endRow = () => {
    endField()
    if (fields.some((one) => one.trim() !== '')) rows.push({ line: begunOn, fields })
    fields = []
  }
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at)
    if (character === '\n') line += 1
    if (quoted) {
      if (character !== '"') field += character
      else if (text.charAt(at + 1) === '"') {
        field += '"'
        at += 1
      } else quoted = false
    } else if (character === '"') quoted = true
    else if (character === ',') endField()
    else if (character === '\n') {
      endRow()
      begunOn = line
    } else if (character !== '\r') field += character
  }
  endRow()
  return rows
}
