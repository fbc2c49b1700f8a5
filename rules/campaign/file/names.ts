import { type FieldSchema, units } from '../terms/fields'

/** A field's name in the campaign file: `valueFen` is written `valueYuan`, in the unit people write. */
export function fileName(termsName: string, { field }: FieldSchema): string {
  if (field.kind !== 'scaled' || field.unit === null) return termsName
  const { inFile, inTerms } = units[field.unit]
  return termsName.endsWith(inTerms) ? termsName.slice(0, -inTerms.length) + inFile : termsName
}

/** Single-character changes that turn one name into the other. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [row, letter] of [...a].entries()) {
    const current = [row + 1]
    for (const [column, other] of [...b].entries()) {
      const replace = (previous[column] ?? 0) + (letter === other ? 0 : 1)
      current.push(Math.min(replace, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1))
    }
    previous = current
  }
  return previous[b.length] ?? 0
}

/** The name that was probably meant, if any is near enough to suggest. */
export function nearest(name: string, names: readonly string[]): string | null {
  let best: string | null = null
  let shortest = Math.max(2, Math.ceil(name.length * 0.45)) + 1
  for (const candidate of names) {
    const length = distance(name.toLowerCase(), candidate.toLowerCase())
    if (length < shortest) [best, shortest] = [candidate, length]
  }
  return best
}
