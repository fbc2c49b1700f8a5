import type { PrizeBenefit } from '#rules/benefit/benefit'
import { fulfil } from '#rules/benefit/status'
import type { Terms } from '#rules/campaign/terms'
import { findBenefit, moveBenefit } from '#store/benefits'
import { dismissNoticesAbout } from '#store/notices'
import { type HandOver, type PrizeCollection, settleHandOver } from '#store/prize-collections'
import { carriers } from '#values/carriers'
import { tellOf } from './tell'

/** How often the ledger's entry may change under it: each time for a reason of its own. */
const ATTEMPTS = 5

/**
 * Brings a hand-over that is noted with the details into the ledger, and tells the winner. Safe to do again.
 * False, and still noted, for an entry that is no longer to be handed over: a person must look.
 */
export async function finishHandOver(
  terms: Terms,
  { _id, handOver }: Pick<PrizeCollection, '_id' | 'handOver'>,
): Promise<boolean> {
  if (handOver === null) return true
  const { at, by } = handOver
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const benefit = await findBenefit(_id)
    if (benefit?.rule !== 'prize-draw') return false
    if (benefit.status.kind === 'approved') {
      if (!(await moveBenefit(fulfil(benefit, { at, by, why: handOverWords(handOver) }), benefit))) continue
    } else if (benefit.status.kind !== 'fulfilled') return false
    await tell(terms, benefit, handOver)
    await settleHandOver(_id, at)
    return true
  }
  return false
}

/** How it was handed over, in one line. */
export const handOverWords = (handOver: HandOver): string =>
  handOver.kind === 'carrier'
    ? `${carriers[handOver.carrier]} ${handOver.trackingNumber}`
    : `在${handOver.where}当面领取`

async function tell(terms: Terms, benefit: PrizeBenefit, handOver: HandOver): Promise<void> {
  const { at } = handOver
  const [title, sentence] =
    handOver.kind === 'carrier'
      ? ['已寄出', `${handOverWords(handOver)}，请留意快递。`]
      : ['已领取', `${handOverWords(handOver)}。`]
  await dismissNoticesAbout(benefit._id, ['ready'], at)
  await tellOf(terms, benefit, { occasion: 'handed-over', which: at, at, title, sentence })
}
