import { draw as drawOperation } from '#contract/prize-draw'
import { type CallBy, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { type DrawDecision, decideDraw } from '#rules/prize-draw/decide-draw'
import type { DrawBook, DrawRecord, RecordedOutcome } from '#rules/prize-draw/draw-book'
import { benefitIdOf, prizeBenefit } from '#rules/prize-draw/prize-benefit'
import { receiptOf } from '#rules/prize-draw/receipt'
import { reservationIdOf } from '#rules/prize-draw/reservation'
import { dayNumberOf, seedOf } from '#rules/prize-draw/seed-chain'
import type { WechatRank } from '#rules/risk/risk'
import { addBenefit } from '#store/benefits'
import { addDrawBook, addDrawBookWith, appendDraw, findDrawBook } from '#store/draw-books'
import { isFollowing } from '#store/followers'
import { askRiskRank } from '#store/risk-rank'
import { pseudonymOf } from '#store/secrets'
import { getSeedChain } from '#store/seeds'
import { releaseUnit, reserveUnit, stockOf } from '#store/stock'
import { findTermsInForce, type TermsInForce } from '#store/terms'
import { type Day, dayOf } from '#values/days'
import { blankDrawBook } from './draw-book'
import { shownChances } from './shown'

/** How often a draw starts over when the same customer's book changes under it, before it says `busy`. */
const MOST_ATTEMPTS = 8

export const draw = handle(drawOperation, 'customer', async ({ nonce }, call) => {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const pseudonym = pseudonymOf(terms.campaignId, call.customer.openid)
  const seed = await seedOfToday(inForce, call)

  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const stored = await findDrawBook(terms.campaignId, pseudonym)
    const book = stored ?? (await firstBook(inForce, call))
    const decision = decideDraw(terms, {
      book,
      nonce,
      now: call.now,
      seed,
      termsVersion: inForce.version,
      termsHash: inForce.hash,
      stops: inForce.stops,
    })
    switch (decision.kind) {
      case 'refused':
        return refuse(decision.code)
      case 'repeat':
        // The first answer may have been lost between the win and its ledger entry: the entry can only be made once.
        await enterInLedger(inForce, book, decision.record, 'unknown')
        return answer(inForce, book, decision.record, call)
      case 'decided': {
        const record = { ...decision.draw, outcome: decision.outcome }
        const written = stored ? await appendDraw(book, record) : await addDrawBookWith(book, record)
        if (written) return answer(inForce, withDraw(book, record), record, call)
        break
      }
      case 'hit': {
        // A reservation must name a book that exists: the reconciliation fences the book to be sure of its fate.
        if (!stored && !(await addDrawBook(book))) break
        // Beside the reservation, so that a winner waits no longer; a draw that loses asks nothing.
        const [outcome, rank] = await Promise.all([
          takePrize(inForce, book, decision, call),
          askRiskRank(call.customer.openid, call.address),
        ])
        if (outcome === 'not-known') break
        const record = { ...decision.draw, outcome }
        if (await appendDraw(book, record)) {
          await enterInLedger(inForce, book, record, rank)
          return answer(inForce, withDraw(book, record), record, call)
        }
        await giveBack(inForce, book, record)
        break
      }
    }
  }
  return refuse('busy')
})

let keptSeed: { on: Day; campaignId: string; seed: Buffer } | null = null

/** Outside the campaign the first or last day's seed serves: such a draw is refused before it is used. */
async function seedOfToday({ terms }: TermsInForce, call: CallBy<'customer'>): Promise<Buffer> {
  const on = dayOf(call.now)
  const { campaignId, period } = terms
  if (keptSeed?.on === on && keptSeed.campaignId === campaignId) return keptSeed.seed
  const chain = await getSeedChain(campaignId)
  const dayNumber = Math.min(Math.max(dayNumberOf(period.startsOn, on), 1), chain.length)
  keptSeed = { on, campaignId, seed: seedOf(chain, dayNumber) }
  return keptSeed.seed
}

/** Only a gate that may refuse is worth a look-up here; opening the page sets `following` in any case. */
async function firstBook({ terms }: TermsInForce, call: CallBy<'customer'>): Promise<DrawBook> {
  const required = terms.prizeDraw.followGate.mode === 'required'
  const following = required && (await isFollowing(call.customer.unionid))
  return blankDrawBook(terms, call, { channel: null, following })
}

async function takePrize(
  inForce: TermsInForce,
  book: DrawBook,
  { draw: drawInHand, candidates, otherwise }: Extract<DrawDecision, { kind: 'hit' }>,
  call: CallBy<'customer'>,
): Promise<RecordedOutcome | 'not-known'> {
  const { terms } = inForce
  const reservationId = reservationIdOf(book, drawInHand, call.random(8).toString('hex'))
  for (const prizeId of candidates) {
    const prize = terms.prizeDraw.prizes.find((one) => one.prizeId === prizeId)
    if (!prize) throw new Error(`terms have no prize ${prizeId}`)
    const stock = stockOf(terms.campaignId, inForce.layout, prize)
    const taken = await reserveUnit(stock, { reservationId, on: drawInHand.on, spread: drawInHand.ticket })
    if (taken === 'not-known') return taken
    if (taken !== 'none-left') {
      const benefitId = benefitIdOf(terms.campaignId, book.pseudonym, drawInHand)
      return { kind: 'won', prizeId, benefitId, reservation: taken }
    }
  }
  return otherwise
}

/**
 * The customer's own other draw was written first: this one never was, and its unit goes back at once, unless it stands
 * in what was written.
 */
async function giveBack({ terms }: TermsInForce, { pseudonym }: DrawBook, { on, outcome }: DrawRecord): Promise<void> {
  if (outcome.kind !== 'won') return
  const { prizeId, reservation } = outcome
  const written = await findDrawBook(terms.campaignId, pseudonym)
  if (written?.draws.some((other) => holdsUnit(other, reservation.reservationId))) return
  const perDay = terms.prizeDraw.prizes.find((prize) => prize.prizeId === prizeId)?.perDay ?? null
  await releaseUnit(reservation, perDay, on)
}

const holdsUnit = ({ outcome }: DrawRecord, reservationId: string): boolean =>
  outcome.kind === 'won' && outcome.reservation.reservationId === reservationId

async function enterInLedger(
  { terms }: TermsInForce,
  book: DrawBook,
  record: DrawRecord,
  rank: WechatRank,
): Promise<void> {
  const benefit = prizeBenefit(terms, book, record, rank)
  if (benefit) await addBenefit(benefit)
}

const withDraw = (book: DrawBook, record: DrawRecord): DrawBook => ({ ...book, draws: [...book.draws, record] })

const answer = ({ terms }: TermsInForce, book: DrawBook, record: DrawRecord, call: CallBy<'customer'>) => ({
  receipt: receiptOf(book, record),
  chances: shownChances(terms, book, call.now),
})
