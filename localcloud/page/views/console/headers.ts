/** Headers as typed, one a line; the number of the first line that is none. */
export function readHeaders(text: string): { ok: true; headers: Record<string, string> } | { ok: false; line: number } {
  const headers: Record<string, string> = {}
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const [, name, value] = /^\s*([\w!#$%&'*+.^`|~-]+)\s*[:：]\s*(.*?)\s*$/.exec(line) ?? []
    if (name === undefined || value === undefined) return { ok: false, line: at + 1 }
    headers[name.toLowerCase()] = value
  }
  return { ok: true, headers }
}
