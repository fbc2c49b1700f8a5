/**
 * 员工这样说：每次抽奖由系统按公布的概率当场开出，奖品抽完即止，同一次抽奖再问多少遍结果都一样。 §5.4
 *
 * A prize that staff have stopped is passed over as one that has run out is, and a ticket that then wins nothing costs no
 * chance: the customer draws again at the published odds (docs/decisions/0020-switches-and-changes.md).
 * Odds are parts per million. The first draw of the day has ordinal 1. Both limits count wins that stand in the book.
 */
import { phaseAt } from '#rules/campaign/phase'
import type { Terms } from '#rules/campaign/terms'
import { dayOf, type Instant } from '#values/days'
import { countChances } from '../draw-chances/chances'
import { isStopped, prizeTarget, type StopTimes } from '../switches/stop'
import type { DrawBook, DrawRecord, RecordedOutcome } from './draw-book'
import { drawTicket } from './ticket'
import { customerAtLimit, prizeAtLimit, winsIn } from './win-limits'

export type DrawRefusal =
  | 'campaign-not-started'
  | 'campaign-over'
  | 'campaign-stopped'
  | 'draw-stopped'
  | 'not-following'
  | 'no-chance-left'

export interface DrawFacts {
  book: DrawBook
  nonce: string
  now: Instant
  /** The seed of today, 32 bytes. */
  seed: Buffer
  termsVersion: number
  termsHash: string
  stops: readonly StopTimes[]
}

/** A draw that has its ticket and lacks only its outcome. */
export type DrawInHand = Omit<DrawRecord, 'outcome'>

export type DrawDecision =
  /** This nonce was answered before: the same answer again. */
  | { kind: 'repeat'; record: DrawRecord }
  | { kind: 'refused'; code: DrawRefusal }
  /** Decided without touching the stock. */
  | { kind: 'decided'; draw: DrawInHand; outcome: NothingWon }
  /** The ticket hit: the first of these prizes that has a unit left is won; none left means `otherwise`. */
  | { kind: 'hit'; draw: DrawInHand; candidates: string[]; otherwise: NothingWon }

type NothingWon = Exclude<RecordedOutcome, { kind: 'won' }>

export function decideDraw(terms: Terms, facts: DrawFacts): DrawDecision {
  const { book, now } = facts
  const before = book.draws.find((record) => record.nonce === facts.nonce)
  if (before) return { kind: 'repeat', record: before }

  const refusal = refuse(terms, facts)
  if (refusal) return { kind: 'refused', code: refusal }

  const on = dayOf(now)
  const ordinal = book.draws.filter((record) => record.on === on).length + 1
  const ticket = drawTicket(facts.seed, {
    campaignId: terms.campaignId,
    pseudonym: book.pseudonym,
    on,
    ordinal,
    nonce: facts.nonce,
  })
  const draw: DrawInHand = {
    on,
    ordinal,
    nonce: facts.nonce,
    at: now,
    ticket,
    termsVersion: facts.termsVersion,
    termsHash: facts.termsHash,
  }
  const hit = prizeOfTicket(terms.prizeDraw.prizes, ticket)
  if (hit === null) return { kind: 'decided', draw, outcome: { kind: 'none' } }
  const wins = winsIn(book)
  if (customerAtLimit(terms, wins, on)) {
    return { kind: 'decided', draw, outcome: { kind: 'limit-reached', prizeId: hit } }
  }
  const isOpen = (prizeId: string): boolean => !isStopped(facts.stops, prizeTarget(prizeId), now)
  const nothing = (kind: 'limit-reached' | 'out-of-stock'): NothingWon =>
    isOpen(hit) ? { kind, prizeId: hit } : { kind: 'prize-stopped', prizeId: hit }
  const candidates = inOrderFrom(terms, hit).filter((prizeId) => isOpen(prizeId) && !prizeAtLimit(terms, wins, prizeId))
  if (candidates.length === 0) return { kind: 'decided', draw, outcome: nothing('limit-reached') }
  return { kind: 'hit', draw, candidates, otherwise: nothing('out-of-stock') }
}

function refuse(terms: Terms, { book, now, stops }: DrawFacts): DrawRefusal | null {
  switch (phaseAt(terms, now)) {
    case 'preparation':
    case 'warm-up':
      return 'campaign-not-started'
    case 'collection':
    case 'closed':
      return 'campaign-over'
    case 'running':
      break
  }
  if (isStopped(stops, 'campaign', now)) return 'campaign-stopped'
  if (isStopped(stops, 'prize-draw', now) || !terms.prizeDraw.enabled) return 'draw-stopped'
  if (terms.prizeDraw.followGate.mode === 'required' && !book.following) return 'not-following'
  if (countChances(terms, book, now).left === 0) return 'no-chance-left'
  return null
}

/** Tickets are shared out in the order of the prizes: the first prize whose running total of odds exceeds the ticket. */
export function prizeOfTicket(prizes: readonly { prizeId: string; oddsPpm: number }[], ticket: number): string | null {
  let upTo = 0
  for (const prize of prizes) {
    upTo += prize.oddsPpm
    if (ticket < upTo) return prize.prizeId
  }
  return null
}

function inOrderFrom(terms: Terms, hit: string): string[] {
  const ids = terms.prizeDraw.prizes.map((prize) => prize.prizeId)
  return terms.prizeDraw.whenOut === 'next-prize' ? ids.slice(ids.indexOf(hit)) : [hit]
}
