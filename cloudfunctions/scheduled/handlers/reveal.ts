import { dayNumberOf, seedOf } from '#rules/prize-draw/seed-chain'
import { getSeedChain, listRevealedSeeds, revealSeed } from '#store/seeds'
import type { TermsInForce } from '#store/terms'
import { addDays, type Day, endOf, type Instant } from '#values/days'

/** No draw of a day can still be running so long after it: a function's time is up after one minute. */
const AFTER_MIDNIGHT_MS = 5 * 60_000

/** Publishes the seeds of the days that are over, the missed ones too. The days revealed now. */
export async function revealSeeds({ terms }: TermsInForce, now: Instant): Promise<Day[]> {
  const { campaignId, period } = terms
  const known = new Set((await listRevealedSeeds(campaignId)).map(({ on }) => on))
  const chain = await getSeedChain(campaignId)
  const revealed: Day[] = []
  for (let on = period.startsOn; on <= period.endsOn && endOf(on) + AFTER_MIDNIGHT_MS <= now; on = addDays(on, 1)) {
    if (known.has(on)) continue
    if (await revealSeed(campaignId, on, seedOf(chain, dayNumberOf(period.startsOn, on)), now)) revealed.push(on)
  }
  return revealed
}
