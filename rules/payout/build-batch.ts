import { createHash } from 'node:crypto'
import type { Terms } from '#rules/campaign/terms'
import { canonicalJson } from '#values/canonical-json'
import type { Instant } from '#values/days'
import { type Fen, fen } from '#values/money'
import type { PolicyBenefit } from '../benefit/benefit'
import { mayBeTakenBack } from '../benefit/status'
import type { PayoutAmounts } from './payout'
import { payoutTax } from './payout-tax'

/** Why a holder has no account for this way of paying: none named, one for the other way, or a purse of a WeChat that is bound no more. */
export type LacksAccount = 'no-account' | 'other-way' | 'purse-unbound'

/**
 * A benefit that could be paid, and the account it would go to, in the bank or in WeChat; null where there is none.
 * `inviteeCardHash`: of a referral's reward, the invitee's own.
 */
export interface Candidate {
  benefit: Pick<
    PolicyBenefit,
    | '_id'
    | 'rule'
    | 'form'
    | 'amountFen'
    | 'status'
    | 'history'
    | 'waitsFor'
    | 'customerOwes'
    | 'needsReview'
    | 'payment'
    | 'version'
  >
  cardHash: string | null
  inviteeCardHash: string | null
  /** Where `cardHash` is null. */
  lacks: LacksAccount
}

/** A line with the hash of the payee's name: whose account it is, is approved with it. */
export interface HashedLine extends BatchLine {
  nameHash: string
}

export type SkipReason =
  | 'not-approved'
  | 'just-approved'
  | 'in-a-batch'
  | LacksAccount
  | 'nothing-to-pay'
  | 'account-of-invitee'

/** What identifies a line, and what is paid by it. */
export interface BatchLine extends PayoutAmounts {
  /** From 1, as it stands in the file. */
  number: number
  benefitId: string
  attempt: number
  cardHash: string
}

/**
 * Why a benefit cannot be paid now; null when it can. “推荐人和被推荐人用同一个收款账户的，不付。” (§5.3.1) “刚通过审核、还可以撤回的，先不付。” The account may have been named, or changed, after
 * the reward was looked at.
 */
export function skipReason({ benefit, cardHash, inviteeCardHash, lacks }: Candidate, now: Instant): SkipReason | null {
  if (benefit.form !== 'cash' || benefit.status.kind !== 'approved' || benefit.waitsFor !== 'payout')
    return 'not-approved'
  if ((benefit.payment?.batchId ?? null) !== null) return 'in-a-batch'
  if (!benefit.amountFen) return 'nothing-to-pay'
  if (cardHash === null) return lacks
  if (mayBeTakenBack(benefit, now)) return 'just-approved'
  return cardHash === inviteeCardHash ? 'account-of-invitee' : null
}

type PayoutTerms = Pick<Terms, 'operations' | 'prizeDraw'>

/** “审核通过、有账户、不在别的批次里的现金，先通过的先付，一批不超过条款的笔数。” (§7) In the order given. */
export function chooseLines(terms: PayoutTerms, candidates: readonly Candidate[], now: Instant): BatchLine[] {
  return candidates
    .filter((candidate) => skipReason(candidate, now) === null)
    .slice(0, terms.operations.payoutLinesPerBatch)
    .flatMap(({ benefit, cardHash }, index) =>
      cardHash === null || benefit.amountFen === null
        ? []
        : [
            {
              number: index + 1,
              benefitId: benefit._id,
              attempt: benefit.payment?.attempt ?? 0,
              cardHash,
              ...payoutTax(terms, { rule: benefit.rule, amountFen: benefit.amountFen }),
            },
          ],
    )
}

export interface BatchTotals extends PayoutAmounts {
  count: number
}

export function totalsOf(lines: readonly PayoutAmounts[]): BatchTotals {
  const sum = (of: (line: PayoutAmounts) => Fen) => fen(lines.reduce((total, line) => total + of(line), 0))
  return {
    count: lines.length,
    grossFen: sum(({ grossFen }) => grossFen),
    withheldFen: sum(({ withheldFen }) => withheldFen),
    netFen: sum(({ netFen }) => netFen),
  }
}

/** SHA-256, hex, of all that the batch pays to whom: what approvers approve. Another order, account, name or amount is another hash. */
export function batchHash(batchId: string, lines: readonly HashedLine[]): string {
  const facts = lines.map(({ number, benefitId, attempt, cardHash, nameHash, grossFen, withheldFen, netFen }) => [
    number,
    benefitId,
    attempt,
    cardHash,
    nameHash,
    grossFen,
    withheldFen,
    netFen,
  ])
  return createHash('sha256')
    .update(canonicalJson([batchId, facts]))
    .digest('hex')
}

/** “一人编制，一人复核；合计超过条款金额的，再加一人。” (§7) How many must approve beside who built it. */
export const approvalsNeeded = (
  { operations }: { operations: Pick<Terms['operations'], 'thirdPersonAboveFen'> },
  netFen: Fen,
): number => (netFen > operations.thirdPersonAboveFen ? 2 : 1)
