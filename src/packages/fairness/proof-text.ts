import type { Fairness, Receipt } from '@/cloud/fairness'

/**
 * A receipt with what is public about its day, as one JSON text: everything that the offline checker tools/verify-draw needs.
 */
export function proofText(receipt: Receipt, { commitment, odds, whenOut, stops, days }: Fairness): string {
  const day = days.find(({ on }) => on === receipt.on)
  return JSON.stringify(
    { receipt, commitment, dayNumber: day?.dayNumber, seed: day?.seed, odds, whenOut, stops },
    null,
    2,
  )
}
