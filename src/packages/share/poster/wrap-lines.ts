/**
 * Breaks a text into lines that fit, at any character, as Chinese is set; Latin words and numbers stay whole, and a line
 * never begins with a closing mark.
 * @param measure the width of a text, in the unit of `width`
 */
export function wrapLines(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of text.match(/[\w.,%¥-]+|[^\w]/gu) ?? []) {
    const closes = /^[，。；：、！？）」》”]$/.test(piece)
    if (line !== '' && !closes && measure(line + piece) > width) {
      lines.push(line.trim())
      line = ''
    }
    line += piece
  }
  return line.trim() === '' ? lines : [...lines, line.trim()]
}
