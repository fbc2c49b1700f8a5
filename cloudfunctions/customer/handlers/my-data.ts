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
import { listPolicyBenefitsOf } from '#store/benefits'
import { unbind } from '#store/bindings'
import { findDeletionRequest, keepDeletionRequest } from '#store/deletion-requests'
import { removeInviteeBook } from '#store/invitations'
import { removeLeadsOf } from '#store/leads'
import { takeFrom } from '#store/limits'
import { listEveryNoticeOf } from '#store/notices'
import { removeDraftsOf } from '#store/prize-collections'
import { findTermsInForce } from '#store/terms'
import { type Access, listAccesses, unmask } from '#store/unmasking'
import { addDays, dayOf } from '#values/days'
import { writeCopy } from './data-copy'
import { type KeptRow, keptData } from './kept-data'
import { gatherPersonalData } from './personal-data'
import { shownHead } from './shown'

const COPIES_A_DAY = { what: 'my-data-copy', most: 1 }
const MOST_ACCESSES = 50
/** A request is answered in full within so many days: by the calendar, so that no unknown holiday can stand in the way. */
const DELETION_DAYS = 15

export const readMyData = handle(readOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const account = accountOf(call.customer.openid)
  const [data, deletion] = await Promise.all([
    gatherPersonalData(terms, account, call.customer.openid),
    findDeletionRequest(account),
  ])
  // What was filled in for a prize or a booking is the account's own, also of somebody who has bound a policy.
  const whose = data.binding ? [data.binding.holderId, account] : [account]
  const accesses = await listAccesses(whose, MOST_ACCESSES)
  return {
    bound: data.binding !== null,
    kept: keptData(terms, data),
    deletion: deletion && {
      requestedAt: deletion.requestedAt,
      state: deletion.state,
      dueOn: deletion.dueOn,
      answer: (deletion.answer?.rows ?? []).map((row) =>
        row.delete ? `${row.what}：已删除` : `${row.what}：保留${row.until ? `到 ${row.until}` : ''}，${row.why}`,
      ),
    },
    accesses: accesses.map(({ at, who, field, why }) => ({ at, who: nameOf(who, account), what: field, why })),
    contact: terms.personalData.contact,
  }
})

/** Who looked, without telling one customer the account of another. */
function nameOf(who: Access['who'], account: string): string {
  if (who === account) return '您本人'
  return who === 'system' ? '系统' : '工作人员或您的其他绑定微信'
}

export const copyMyData = handle(copyOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const account = accountOf(call.customer.openid)
  if (!(await takeFrom(COPIES_A_DAY, account, call.now))) return refuse('too-many-copies')
  const data = await gatherPersonalData(terms, account, call.customer.openid)
  const [benefits, notices] = await Promise.all([
    data.binding ? listPolicyBenefitsOf(terms.campaignId, data.binding.holderId) : [],
    listEveryNoticeOf(account),
  ])
  const whose = data.binding?.holderId ?? account
  const text = await writeCopy(
    shownHead(inForce, call.now),
    { ...data, benefits, notices },
    terms.personalData.contact,
    call.now,
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
  await removeInviteeBook(terms.campaignId, account)
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
