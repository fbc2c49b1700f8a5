import type { Fairness, Receipt } from '@/cloud/fairness'
import { termsInForce } from './facts'
import { termsOf } from './receipt-check/check-receipt'

/**
 * A receipt with what is public about its day and the terms of then, as one JSON text: everything that the offline checker tools/verify-draw needs.
 */
export function proofText(receipt: Receipt, fairness: Fairness): string {
  const { campaign, commitment, stops, days } = fairness
  const { startsOn } = campaign
  const { odds, whenOut } = termsOf(receipt, termsInForce(fairness)) ?? fairness
  const day = days.find(({ on }) => on === receipt.on)
  return JSON.stringify(
    { receipt, startsOn, commitment, dayNumber: day?.dayNumber, seed: day?.seed, odds, whenOut, stops },
    null,
    2,
  )
}
