import { type PaidAgain, paidAgain } from '#rules/payout/payout'
import { listEarlierLines, type PayoutLine } from '#store/payouts'

/** Which of these payments failed before, by benefit. One database operation for a hundred earlier attempts. */
export async function loadPaidAgain(
  lines: readonly Pick<PayoutLine, 'benefitId' | 'attempt'>[],
): Promise<ReadonlyMap<string, PaidAgain>> {
  const earlier = (await listEarlierLines(lines)).sort((a, b) => a.attempt - b.attempt)
  return new Map(
    lines.flatMap(({ benefitId }) => {
      const again = paidAgain(earlier.flatMap((line) => (line.benefitId === benefitId ? [line.state] : [])))
      return again ? [[benefitId, again]] : []
    }),
  )
}
