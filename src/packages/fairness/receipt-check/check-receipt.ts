import { day, daysBetween } from '#values/days'
import { endOfChain } from './chain'
import { type ClaimedOutcome, judgeOutcome, type OutcomeFinding, type StopTimes, type WhenOut } from './outcome'
import { type PrizeOdds, shareOfTicket, type TicketShare } from './shares'
import { type DrawIdentity, messageOf, ticketOf } from './ticket'

/** The part of a draw's receipt that can be checked. */
export interface CheckableReceipt extends DrawIdentity {
  termsVersion: number
  termsHash: string
  ticket: number
  /** Epoch milliseconds. */
  at: number
  outcome: ClaimedOutcome
}

/** What one version of the terms says of a draw. */
export interface DrawTerms {
  termsVersion: number
  termsHash: string
  odds: readonly PrizeOdds[]
  whenOut: WhenOut
}

/** What the campaign has made public: the promise from before the start, and the seeds of the days that are over. */
export interface PublishedFacts {
  campaignId: string
  startsOn: string
  /** Every version of the terms that is or was in force since the start. */
  terms: readonly DrawTerms[]
  commitment: string
  stops: readonly StopTimes[]
  days: readonly { on: string; dayNumber: number; seed: string | null }[]
}

export type CheckStep =
  | { name: 'day'; passed: boolean; dayNumber: number }
  | { name: 'chain'; passed: boolean; seed: string; times: number; end: string; commitment: string }
  | { name: 'ticket'; passed: boolean; message: string; mac: string; ticket: number; claimed: number }
  | { name: 'prize'; passed: boolean; finding: OutcomeFinding; hit: TicketShare | null; outcome: ClaimedOutcome }

export type ReceiptCheck =
  | { verdict: 'other-campaign' }
  | { verdict: 'no-such-day' }
  /** The day's seed is published only when the day is over. */
  | { verdict: 'not-revealed' }
  /** The terms that the receipt names, by version and hash, were never in force. */
  | { verdict: 'other-terms' }
  /** `termsVersion`: the version whose odds it was checked with. */
  | { verdict: 'genuine' | 'false'; termsVersion: number; steps: CheckStep[] }

/** The terms that a receipt was drawn under, or undefined when it names none that were ever in force. */
export const termsOf = <Known extends DrawTerms>(
  { termsVersion, termsHash }: Pick<CheckableReceipt, 'termsVersion' | 'termsHash'>,
  known: readonly Known[],
): Known | undefined => known.find((one) => one.termsVersion === termsVersion && one.termsHash === termsHash)

/** Recomputes one receipt from what is public, step by step. Pure: the same receipt and facts give the same finding. */
export function checkReceipt(receipt: CheckableReceipt, facts: PublishedFacts): ReceiptCheck {
  if (receipt.campaignId !== facts.campaignId) return { verdict: 'other-campaign' }
  const published = facts.days.find((candidate) => candidate.on === receipt.on)
  if (!published) return { verdict: 'no-such-day' }
  if (published.seed === null) return { verdict: 'not-revealed' }
  const terms = termsOf(receipt, facts.terms)
  if (!terms) return { verdict: 'other-terms' }

  const { seed } = published
  // The day's number is counted here from the calendar: taking the published one on trust would let the chain be cut short.
  const dayNumber = daysBetween(day(facts.startsOn), day(receipt.on)) + 1
  const end = endOfChain(seed, dayNumber)
  const { mac, ticket } = ticketOf(receipt, seed)
  const finding = judgeOutcome({ ...terms, stops: facts.stops }, { ticket, at: receipt.at }, receipt.outcome)
  const steps: CheckStep[] = [
    { name: 'day', passed: dayNumber >= 1 && dayNumber === published.dayNumber, dayNumber },
    {
      name: 'chain',
      passed: end === facts.commitment,
      seed,
      times: dayNumber,
      end,
      commitment: facts.commitment,
    },
    {
      name: 'ticket',
      passed: ticket === receipt.ticket,
      message: messageOf(receipt),
      mac,
      ticket,
      claimed: receipt.ticket,
    },
    {
      name: 'prize',
      passed: finding !== 'contradicts',
      finding,
      hit: shareOfTicket(terms.odds, ticket),
      outcome: receipt.outcome,
    },
  ]
  const { termsVersion } = terms
  return { verdict: steps.every((step) => step.passed) ? 'genuine' : 'false', termsVersion, steps }
}
