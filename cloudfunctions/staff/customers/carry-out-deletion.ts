import * as v from 'valibot'
import { accountStays } from '#decisions/account-of-deletion'
import { aroundAccount, forgetAccount } from '#decisions/forget-account'
import { audit } from '#pipeline/audit'
import { refuse } from '#pipeline/refuse'
import type { Terms } from '#rules/campaign/terms'
import { type AccountStays, type DeletionRow, planDeletion } from '#rules/customer-data/deletion'
import type { DrawBook } from '#rules/prize-draw/draw-book'
import { type BankAccount, findBankAccount, findRemovedAccount, isPurse, removeBankAccount } from '#store/bank-accounts'
import { listPrizeBenefitsOf } from '#store/benefits'
import { findBinding, unbind } from '#store/bindings'
import { answerDeletion, type DeletionRequest, findDeletionRequest } from '#store/deletion-requests'
import { forgetAround, listDrawBooksOfAccount } from '#store/draw-books'
import { removeInviteeBooks } from '#store/invitations'
import { listLeadsOf, removeLeadsOf } from '#store/leads'
import { listPoliciesOfHolder } from '#store/policy-book'
import { removeDraftsOf } from '#store/prize-collections'
import { findTermsInForce } from '#store/terms'
import type { Day } from '#values/days'
import { proposalEffect } from '../proposals/effect'

interface Planned {
  rows: DeletionRow[]
  /** The holder's account, and why it stays where it does. */
  bank: BankAccount | null
  stays: AccountStays | null
  /** The draws, of every campaign. */
  books: DrawBook[]
}

/** What there is, and what becomes of it, as things stand now. */
export async function planOf(terms: Terms, { _id: account, holderId: asked }: DeletionRequest): Promise<Planned> {
  const [books, leads, binding, around] = await Promise.all([
    listDrawBooksOfAccount(account),
    listLeadsOf(account),
    findBinding(account),
    aroundAccount(account),
  ])
  const holderId = asked ?? binding?.holderId ?? null
  const [policies, bank, removed] = holderId
    ? await Promise.all([listPoliciesOfHolder(holderId), findBankAccount(holderId), findRemovedAccount(holderId)])
    : [[], null, null]
  const stays = bank && (await accountStays(bank, account))
  const prizes = await Promise.all(books.map(({ campaignId, pseudonym }) => listPrizeBenefitsOf(campaignId, pseudonym)))
  const rows = planDeletion(terms, {
    policies: policies.length,
    lastCoveredOn: policies.reduce<Day | null>(
      (last, { coverEndsOn }) => (last === null || last < coverEndsOn ? coverEndsOn : last),
      null,
    ),
    account: bank && { isPurse: isPurse(bank), stays },
    accountTakenBack: removed !== null,
    leads: leads.length,
    ...around,
    draws: books.reduce((sum, { draws }) => sum + draws.length, 0),
    prizes: prizes.flat().length,
  })
  return { rows, bank, stays, books }
}

const payloadSchema = v.object({ account: v.string(), requestedAt: v.number(), proposedBy: v.string() })

/**
 * Waits for money on its way, so that the account goes as well. Each step can be done again; the answer, which the customer reads in 我的信息,
 * comes last.
 */
export const deletionEffect = proposalEffect('deletion', ['admin', 'reviewer'], payloadSchema, {
  async hindered({ account, requestedAt }) {
    const request = await findDeletionRequest(account)
    if (request?.requestedAt !== requestedAt) return refuse('deletion-unknown')
    const bank = request.holderId === null ? null : await findBankAccount(request.holderId)
    return bank && (await accountStays(bank, account)) === 'being-paid' ? refuse('bank-account-in-use') : null
  },
  async takeEffect({ account, requestedAt, proposedBy }, call, reason) {
    const [inForce, request] = await Promise.all([findTermsInForce(), findDeletionRequest(account)])
    if (!inForce) return refuse('campaign-not-published')
    if (request?.requestedAt !== requestedAt) return refuse('deletion-unknown')
    if (request.state === 'done') return null
    const { rows, bank, stays, books } = await planOf(inForce.terms, request)
    if (stays === 'being-paid') return refuse('bank-account-in-use')
    if (bank && stays === null) await removeBankAccount(bank, call.now)
    await removeLeadsOf(account)
    await removeDraftsOf(account)
    await removeInviteeBooks(account)
    await forgetAccount(account)
    for (const book of books) await forgetAround(book)
    await unbind(account)
    const by = [...new Set([proposedBy, call.staff._id])]
    if (await answerDeletion(request, { at: call.now, by, rows })) {
      await audit(call, {
        what: 'deletion.finish',
        object: { kind: 'deletion-request', id: account },
        before: { state: 'requested' },
        after: { state: 'done', count: rows.filter((row) => row.delete).length },
        why: reason,
      })
    }
    return null
  },
})
