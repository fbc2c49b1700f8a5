import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import { type BatchLine, type Candidate, chooseLines, type SkipReason, skipReason } from '#rules/payout/build-batch'
import type { PayoutWay } from '#rules/payout/payout'
import { listWaiting } from '#store/benefits'
import { type HolderOnFile, listHolders } from '#store/policy-book'
import type { Instant } from '#values/days'
import { findPayees, type PayeeAccount } from './payees'

/** A benefit that waits to be paid, with whose it is and where it would go. */
export interface Payable extends Candidate {
  benefit: PolicyBenefit
  account: PayeeAccount | null
  holder: HolderOnFile | null
}

export interface Chosen {
  lines: (BatchLine & Payable)[]
  skipped: { payable: Payable; why: SkipReason }[]
  /** More wait than were looked at. */
  more: boolean
}

const PAGE = 100
/** So many pages are looked at for one batch. */
const PAGES = 20

/** What a batch built now would pay this way: the longest waiting first, until it is full. Three database operations for each hundred, four by WeChat. */
export async function choosePayables(terms: Terms, way: PayoutWay, now: Instant): Promise<Chosen> {
  const seen: Payable[] = []
  let after: PolicyBenefit | null = null
  let more = true
  for (let page = 0; more && page < PAGES; page += 1) {
    const found = await listWaiting({ campaignId: terms.campaignId, waitsFor: 'payout' }, { after, limit: PAGE })
    const cash: PolicyBenefit[] = found.flatMap((benefit) => (benefit.rule === 'prize-draw' ? [] : [benefit]))
    seen.push(...(await withAccounts(cash, way)))
    after = cash.at(-1) ?? null
    more = found.length === PAGE
    if (chooseLines(terms, seen, now).length === terms.operations.payoutLinesPerBatch) break
  }
  const byId = new Map(seen.map((payable) => [payable.benefit._id, payable]))
  const lines = chooseLines(terms, seen, now).flatMap((line) => {
    const payable = byId.get(line.benefitId)
    return payable ? [{ ...payable, ...line }] : []
  })
  const skipped = seen.flatMap((payable) => {
    const why = skipReason(payable, now)
    return why === null || why === 'in-a-batch' ? [] : [{ payable, why }]
  })
  const payable = seen.filter((one) => skipReason(one, now) === null).length
  return { lines, skipped, more: more || payable > lines.length }
}

async function withAccounts(benefits: readonly PolicyBenefit[], way: PayoutWay): Promise<Payable[]> {
  const ids = [...new Set(benefits.map(({ holderId }) => holderId))]
  const invitees = benefits.flatMap(({ referral }) => (referral ? [referral.inviteeId] : []))
  const [{ accounts, lacks }, holders] = await Promise.all([
    findPayees(way, [...new Set([...ids, ...invitees])]),
    listHolders(ids),
  ])
  const holderOf = new Map(holders.map((holder) => [holder._id, holder]))
  return benefits.map((benefit) => {
    const account = accounts.get(benefit.holderId) ?? null
    const ofInvitee = benefit.referral ? accounts.get(benefit.referral.inviteeId) : undefined
    return {
      benefit,
      account,
      cardHash: account?.hash ?? null,
      inviteeCardHash: ofInvitee?.hash ?? null,
      lacks: lacks(benefit.holderId),
      holder: holderOf.get(benefit.holderId) ?? null,
    }
  })
}
