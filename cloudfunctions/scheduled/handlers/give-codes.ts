import { giveCode } from '#decisions/give-code'
import type { Call } from '#pipeline/handler'
import { writeLog } from '#pipeline/log'
import { countCodes } from '#store/coupon-codes'
import { listLongestWaiting } from '#store/prize-benefits'
import type { TermsInForce } from '#store/terms'

/** As many codes of one prize as fit well into one call of the timer; the next call takes the others. */
const AT_A_TIME = 50

/**
 * Coupon prizes get their codes, who has waited longest first. A list that has run out is an alarm in the log: the prizes stay
 * theirs and wait for more codes.
 */
export async function giveCodes(
  { terms }: TermsInForce,
  { now, random, requestId }: Pick<Call, 'now' | 'random' | 'requestId'>,
): Promise<number> {
  let given = 0
  for (const { prizeId, delivery } of terms.prizeDraw.prizes) {
    if (delivery !== 'coupon') continue
    const { campaignId } = terms
    const waiting = await listLongestWaiting({ campaignId, prizeId, waitsFor: 'hand-over' }, AT_A_TIME)
    if (waiting.length === 0) continue
    const { free } = await countCodes(campaignId, prizeId)
    if (free < waiting.length) {
      writeLog(
        'warn',
        requestId,
        `coupon codes of ${prizeId} run out: ${free} left, at least ${waiting.length} winners wait`,
      )
    }
    for (const benefit of waiting) if (await giveCode(terms, benefit, { now, random })) given += 1
  }
  return given
}
