import type { Colour, TextColour } from '../measurements'
import type { Finding } from './breach'

/** WCAG 2.2, 1.4.3 (AA): 4.5 to 1, and 3 to 1 for large text: 24 px, or 18.66 px when bold. */
const least = ({ size, weight }: TextColour) => (size >= 24 || (size >= 18.66 && weight >= 700) ? 3 : 4.5)

export const judgeContrast = (texts: readonly TextColour[]): Finding[] =>
  texts.flatMap((text) => {
    const ratio = contrast(text)
    if (ratio === null || ratio >= least(text)) return []
    return [
      { what: `contrast of “${text.text}”`, measured: `${ratio.toFixed(2)}:1`, allowed: `at least ${least(text)}:1` },
    ]
  })

/** Texts that no flat colour lies behind: a person has to look at them. */
export const toSeeByEye = (texts: readonly TextColour[]): string[] => [
  ...new Set(texts.filter(({ ground }) => ground === null).map(({ text }) => text)),
]

/** Lighter to darker, 1 to 21; null without a flat ground. */
export function contrast({ colour, ground }: TextColour): number | null {
  if (ground === null) return null
  const [darker = 0, lighter = 0] = [luminance(colour), luminance(ground)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
