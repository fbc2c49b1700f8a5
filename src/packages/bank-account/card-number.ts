const MOST_DIGITS = 19

/** Digits in groups of four, as they stand on the card. */
export function groupDigits(text: string): string {
  return text
    .replace(/\D/g, '')
    .slice(0, MOST_DIGITS)
    .replace(/(.{4})(?=.)/g, '$1 ')
}
