import { tellOf } from '#decisions/tell'
import type { PrizeBenefit } from '#rules/benefit/benefit'
import { alternateUntilOn } from '#rules/prize-collection/promise'
import { type PassedOn, passOn } from '#rules/prize-draw/next-in-line'
import { alternateBenefit } from '#rules/prize-draw/prize-benefit'
import type { StockShard } from '#rules/prize-draw/stock'
import { isStopped, prizeTarget } from '#rules/switches/stop'
import { addBenefit } from '#store/benefits'
import { listBooksThatMissed } from '#store/draw-books'
import { findPrizes, listAlternates } from '#store/prize-benefits'
import { listStock, passUnitOn } from '#store/stock'
import type { TermsInForce } from '#store/terms'
import { type Day, dayOf, formatDay, type Instant } from '#values/days'

interface Forfeited {
  shardId: string
  prizeId: string
  /** Of the expired entry. */
  id: string
}

/**
 * Forfeited prizes go to the next in line, once the campaign is over (§5.4.4). A prize that staff have stopped waits until it is started.
 * First the ledger's entry, then its notice, then its unit: what a call leaves half-done the next one finishes. How many prizes went on.
 */
export async function passPrizesOn(inForce: TermsInForce, now: Instant): Promise<number> {
  const { terms, layout } = inForce
  const today = dayOf(now)
  if (terms.prizeDraw.collection.alternateWithinWorkingDays === null || today <= terms.period.endsOn) return 0
  const forfeited = (await listStock(terms.campaignId, layout.termsVersion)).flatMap(stillHere)
  if (forfeited.length === 0) return 0
  // A day that is not known is never guessed: until the calendar is there, the prizes stay where they are.
  const fillUntilOn = alternateUntilOn(terms, today)
  if (fillUntilOn === null) return 0

  const before = await listAlternates(terms.campaignId)
  const owners = new Map(before.flatMap((one) => (one.alternate ? [[one.alternate.from, one] as const] : [])))
  let finished = 0
  for (const { shardId, id } of forfeited) {
    const owner = owners.get(id)
    if (owner && (await finish(inForce, owner, shardId, id, now))) finished += 1
  }

  const waiting = forfeited.filter(
    ({ id, prizeId }) => !owners.has(id) && !isStopped(inForce.stops, prizeTarget(prizeId), now),
  )
  const books = waiting.length === 0 ? [] : await listBooksThatMissed(terms.campaignId)
  const given = new Set(before.map(({ _id }) => _id))
  for (const { prizeId } of terms.prizeDraw.prizes) {
    const ids = waiting.filter((one) => one.prizeId === prizeId).map(({ id }) => id)
    for (const passed of passOn(terms, prizeId, ids, books, given)) {
      const shardId = waiting.find(({ id }) => id === passed.from)?.shardId
      if (shardId === undefined) continue
      const owner = await give(inForce, passed, { prizeId, shardId, fillUntilOn }, now)
      // Another timer saw another line: the next look sees what it did.
      if (!owner) return finished
      given.add(owner._id)
      if (await finish(inForce, owner, shardId, passed.from, now)) finished += 1
    }
  }
  return finished
}

/** What came back into this part of the stock and went nowhere yet; what had been passed on before goes no further. */
function stillHere({ _id, prizeId, returned, passedOn }: StockShard): Forfeited[] {
  const done = new Set(passedOn.flatMap(({ from, to }) => [from, to]))
  return returned.filter((id) => !done.has(id)).map((id) => ({ shardId: _id, prizeId, id }))
}

/** The entry of whoever is next, made now or by a call before; null when it was made for another prize. */
async function give(
  { terms }: TermsInForce,
  { from, to }: PassedOn,
  where: { prizeId: string; shardId: string; fillUntilOn: Day },
  now: Instant,
): Promise<PrizeBenefit | null> {
  const entry = alternateBenefit(terms, to.book, to.draw, { ...where, from, at: now })
  if (await addBenefit(entry)) return entry
  const [other] = await findPrizes([to.benefitId])
  return other?.alternate?.from === from ? other : null
}

async function finish(
  { terms }: TermsInForce,
  owner: PrizeBenefit,
  shardId: string,
  from: string,
  now: Instant,
): Promise<boolean> {
  const untilOn = owner.alternate?.fillUntilOn ?? null
  const limit = untilOn === null ? '' : `请在 ${formatDay(untilOn)}前（含当日）填写领奖信息，逾期视为放弃。`
  await tellOf(terms, owner, {
    occasion: 'passed-on',
    at: now,
    title: '已补发给您',
    sentence: `您抽中时已经发完，现在有人逾期未领，按抽奖先后补发给您。${limit}`,
    on: untilOn,
  })
  return passUnitOn(shardId, from, owner._id)
}
