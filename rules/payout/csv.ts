/** One field as CSV (RFC 4180) has it: in quotes where it holds a comma, a quote or a line's end. */
export const csvField = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

export const csvLine = (fields: readonly string[]): string => `${fields.map(csvField).join(',')}\r\n`
