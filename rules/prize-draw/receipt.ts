import type { DrawBook, DrawRecord, RecordedOutcome } from './draw-book'

/** The customer's proof of a draw: what the ticket came from and what it gave, and nothing of who the customer is. */
export type Receipt = Pick<DrawBook, 'campaignId' | 'pseudonym'> &
  Omit<DrawRecord, 'outcome'> & { outcome: ReceiptOutcome }

type ReceiptOutcome = { kind: 'won'; prizeId: string; benefitId: string } | Exclude<RecordedOutcome, { kind: 'won' }>

export function receiptOf({ campaignId, pseudonym }: DrawBook, record: DrawRecord): Receipt {
  const { on, ordinal, nonce, at, ticket, termsVersion, termsHash } = record
  return {
    campaignId,
    pseudonym,
    termsVersion,
    termsHash,
    on,
    ordinal,
    nonce,
    at,
    ticket,
    outcome: withoutReservation(record.outcome),
  }
}

function withoutReservation(outcome: RecordedOutcome): ReceiptOutcome {
  if (outcome.kind !== 'won') return outcome
  const { kind, prizeId, benefitId } = outcome
  return { kind, prizeId, benefitId }
}
