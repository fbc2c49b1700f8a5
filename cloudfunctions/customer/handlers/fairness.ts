import { listMyDraws as mineOperation, readFairness as operation } from '#contract/prize-draw'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { Terms } from '#rules/campaign/terms'
import { receiptOf } from '#rules/prize-draw/receipt'
import { dayNumberOf } from '#rules/prize-draw/seed-chain'
import { drawStops } from '#rules/switches/stop'
import { findDrawBook } from '#store/draw-books'
import { pseudonymOf } from '#store/secrets'
import { getCommitment, listRevealedSeeds } from '#store/seeds'
import { findTermsInForce, listEarlierTerms } from '#store/terms'
import { addDays, type Day, day, dayOf, earlier } from '#values/days'
import { shownHead } from './shown'

export const readFairness = handle(operation, 'anyone', async ({ on: asked }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const { startsOn, endsOn } = terms.period
  const [commitment, revealed, replaced] = await Promise.all([
    getCommitment(terms.campaignId),
    listRevealedSeeds(terms.campaignId),
    listEarlierTerms(inForce),
  ])
  const seeds = new Map(revealed.map(({ on, seed }) => [on, seed]))
  const today = dayOf(call.now)
  const last = earlier(today, endsOn)
  const days = asked ? [day(asked)].filter((on) => on >= startsOn && on <= last) : daysFrom(startsOn, last)
  return {
    campaign: shownHead(inForce, call.now),
    commitment,
    ...drawTerms(terms),
    earlierTerms: replaced.map(({ version, hash, terms: before }) => ({
      termsVersion: version,
      termsHash: hash,
      ...drawTerms(before),
    })),
    stops: drawStops(inForce.stops),
    days: days.map((on) => ({ on, dayNumber: dayNumberOf(startsOn, on), seed: seeds.get(on) ?? null })).reverse(),
  }
})

const drawTerms = ({ prizeDraw: { prizes, whenOut } }: Terms) => ({
  odds: prizes.map(({ prizeId, name, oddsPpm }) => ({ prizeId, name, oddsPpm })),
  whenOut,
})

function daysFrom(first: Day, last: Day): Day[] {
  const days: Day[] = []
  for (let on = first; on <= last; on = addDays(on, 1)) days.push(on)
  return days
}

export const listMyDraws = handle(mineOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const pseudonym = pseudonymOf(terms.campaignId, call.customer.openid)
  const [book, revealed] = await Promise.all([
    findDrawBook(terms.campaignId, pseudonym),
    listRevealedSeeds(terms.campaignId),
  ])
  const open = new Set<string>(revealed.map(({ on }) => on))
  const names = new Map(terms.prizeDraw.prizes.map(({ prizeId, name }) => [prizeId, name]))
  const campaign = shownHead(inForce, call.now)
  if (!book) return { campaign, pseudonym, draws: [] }
  const draws = book.draws.map((record) => ({
    receipt: receiptOf(book, record),
    prizeName: record.outcome.kind === 'none' ? null : (names.get(record.outcome.prizeId) ?? null),
    seedRevealed: open.has(record.on),
  }))
  return { campaign, pseudonym, draws: draws.reverse() }
})
