import { exportDay as operation } from '#contract/publishing'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { receiptOf } from '#rules/prize-draw/receipt'
import { dayNumberOf } from '#rules/prize-draw/seed-chain'
import { drawStops } from '#rules/switches/stop'
import { listDrawBooksOf } from '#store/draw-books'
import { getCommitment, listRevealedSeeds } from '#store/seeds'
import { findTermsInForce } from '#store/terms'
import { day } from '#values/days'

export const exportDay = handle(operation, 'system', async (input, { now }) => {
  const on = day(input.on)
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const { campaignId, period } = terms
  const [books, commitment, seeds] = await Promise.all([
    listDrawBooksOf(campaignId, on),
    getCommitment(campaignId),
    listRevealedSeeds(campaignId),
  ])
  return {
    campaignId,
    startsOn: period.startsOn,
    on,
    dayNumber: dayNumberOf(period.startsOn, on),
    commitment,
    seed: seeds.find((revealed) => revealed.on === on)?.seed ?? null,
    exportedAt: now,
    whenOut: terms.prizeDraw.whenOut,
    stops: drawStops(inForce.stops),
    odds: terms.prizeDraw.prizes.map(({ prizeId, name, oddsPpm, quantity }) => ({ prizeId, name, oddsPpm, quantity })),
    draws: books.flatMap((book) =>
      book.draws.filter((record) => record.on === on).map((record) => receiptOf(book, record)),
    ),
  }
})
