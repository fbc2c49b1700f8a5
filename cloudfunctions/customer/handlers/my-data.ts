import {
  copyMyData as copyOperation,
  requestDeletion as deletionOperation,
  readMyData as readOperation,
} from '#contract/my-data'
import { forgetAccount } from '#decisions/forget-account'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { accountOf } from '#store/accounts'
import { removeBankAccount } from '#store/bank-accounts'
import { listPrizeBenefitsOf } from '#store/benefits'
import { unbind } from '#store/bindings'
import { keepDeletionRequest } from '#store/deletion-requests'
import { removeInviteeBooks } from '#store/invitations'
import { removeLeadsOf } from '#store/leads'
import { takeFrom } from '#store/limits'
import { listEveryNoticeOf } from '#store/notices'
import { removeDraftsOf } from '#store/prize-collections'
import { listReferralCodesMadeFor } from '#store/referral-codes'
import { findTermsInForce } from '#store/terms'
import { listAccesses, listEveryAccess, unmask } from '#store/unmasking'
import { addDays, dayOf } from '#values/days'
import { answerTexts, lookerText } from './copied-account'
import { writeCopy } from './data-copy'
import { type KeptRow, keptData } from './kept-data'
import { gatherPersonalData, whoseData } from './personal-data'

const COPIES_A_DAY = { what: 'my-data-copy', most: 1 }
const MOST_ACCESSES = 50
/** A request is answered in full within so many days: by the calendar, so that no unknown holiday can stand in the way. */
const DELETION_DAYS = 15

export const readMyData = handle(readOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const account = accountOf(call.customer.openid)
  const data = await gatherPersonalData(terms, account, call.customer.openid)
  const { deletion } = data
  const accesses = await listAccesses(whoseData(data.binding, account), MOST_ACCESSES)
  return {
    bound: data.binding !== null,
    kept: keptData(terms, data).map(({ kind: _kind, ...row }) => row),
    deletion: deletion && {
      requestedAt: deletion.requestedAt,
      state: deletion.state,
      dueOn: deletion.dueOn,
      answer: answerTexts(deletion),
    },
    accesses: accesses.map(({ at, who, field, why }) => ({ at, who: lookerText(who, account), what: field, why })),
    contact: terms.personalData.contact,
  }
})

export const copyMyData = handle(copyOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const account = accountOf(call.customer.openid)
  if (!(await takeFrom(COPIES_A_DAY, account, call.now))) return refuse('too-many-copies')
  const data = await gatherPersonalData(terms, account, call.customer.openid)
  const [notices, accesses, codes, wins] = await Promise.all([
    listEveryNoticeOf(account),
    listEveryAccess(whoseData(data.binding, account)),
    listReferralCodesMadeFor(account),
    Promise.all(data.books.map(({ campaignId, pseudonym }) => listPrizeBenefitsOf(campaignId, pseudonym))),
  ])
  const whose = data.binding?.holderId ?? account
  const text = await writeCopy(
    { terms, now: call.now },
    { ...data, notices, accesses, codes, wins: wins.flat() },
    (sealed, field) =>
      unmask(sealed, {
        _id: call.random(16).toString('hex'),
        who: account,
        whose,
        field,
        why: '本人获取信息副本',
        at: call.now,
      }),
  )
  return { fileName: `我的信息-${dayOf(call.now)}.txt`, text }
})

const goesNow = ({ deletable, stays }: KeptRow): boolean => deletable && stays === null

/**
 * Recorded whatever stands in the way of a part of it. Each step can be done again: a request that broke off half-way is finished by asking again. The
 * binding goes last.
 */
export const requestDeletion = handle(deletionOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const account = accountOf(call.customer.openid)
  const data = await gatherPersonalData(terms, account, call.customer.openid)
  const holderId = data.binding?.holderId ?? null
  await keepDeletionRequest({
    _id: account,
    holderId,
    requestedAt: call.now,
    dueOn: addDays(dayOf(call.now), DELETION_DAYS),
    state: 'requested',
    answer: null,
  })
  const { bankAccount = null, accountStays = null } = data.ofHolder ?? {}
  if (bankAccount && accountStays === null) await removeBankAccount(bankAccount, call.now)
  await removeLeadsOf(account)
  await removeDraftsOf(account)
  await removeInviteeBooks(account)
  await forgetAccount(account)
  await unbind(account)
  const rows = keptData(terms, data).filter(({ value }) => value !== null)
  return {
    requestedAt: call.now,
    deletedNow: rows.filter(goesNow).map(({ what }) => what),
    keptUntil: rows
      .filter((row) => !goesNow(row))
      .map(({ what, until, why, stays }) => `${what}：${stays ?? `${until}，${why}`}`),
  }
})
