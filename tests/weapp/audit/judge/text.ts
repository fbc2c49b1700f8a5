import type { CutText, Overlap } from '../measurements'
import type { Finding } from './breach'

/** Rounding of fractions, px. */
const rounding = 1

export const judgeText = (cut: readonly CutText[], overlaps: readonly Overlap[]): Finding[] => [
  ...cut
    .filter(({ beyond: { right, below } }) => right > rounding || below > rounding)
    .map(({ text, beyond: { right, below } }) => ({
      what: `text “${text}”`,
      measured: `cut off by ${Math.ceil(Math.max(right, below))} px`,
      allowed: 'shown whole',
    })),
  ...overlaps
    .filter(({ by: { width, height } }) => width > rounding && height > rounding)
    .map(({ texts: [one, other], by }) => ({
      what: `texts “${one}” and “${other}”`,
      measured: `over each other by ${Math.ceil(by.width)} × ${Math.ceil(by.height)} px`,
      allowed: 'apart',
    })),
]
