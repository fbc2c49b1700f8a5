import { listDeletions as listOperation, proposeDeletion as proposeOperation } from '#contract/customers'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { type DeletionRequest, findDeletionRequest, listDeletionRequests } from '#store/deletion-requests'
import { listHolders } from '#store/policy-book'
import { listOpenProposals } from '#store/proposals'
import { findTermsInForce } from '#store/terms'
import { dayOf } from '#values/days'
import { planOf } from '../customers/carry-out-deletion'
import { openProposal } from '../proposals/open'

const deciders = forStaff('admin', 'reviewer')
const PAGE = 20

export const listDeletions = handle(listOperation, deciders, async ({ done, cursor }, { now }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const [found, open] = await Promise.all([
    listDeletionRequests(done ? 'done' : 'requested', { after: readCursor(cursor), limit: PAGE + 1 }),
    listOpenProposals('deletion'),
  ])
  const requests = found.slice(0, PAGE)
  const last = found.length > PAGE ? requests.at(-1) : undefined
  const proposed = new Set(open.map(({ payload }) => Reflect.get(payload, 'account')))
  const names = new Map(
    (await listHolders(requests.flatMap(({ holderId }) => holderId ?? []))).map(({ _id, nameMask }) => [_id, nameMask]),
  )
  return {
    now,
    requests: await Promise.all(
      requests.map(async (request) => {
        const { _id: account, holderId, requestedAt, dueOn, state, answer = null } = request
        return {
          account,
          name: holderId === null ? null : (names.get(holderId) ?? null),
          requestedAt,
          dueOn,
          overdue: state === 'requested' && dayOf(now) > dueOn,
          state: state === 'requested' && proposed.has(account) ? ('proposed' as const) : state,
          doneAt: answer?.at ?? null,
          plan: [...(answer?.rows ?? (await planOf(inForce.terms, request)).rows)],
        }
      }),
    ),
    next: last ? `${last.requestedAt} ${last._id}` : null,
  }
})

function readCursor(cursor: string | null): Pick<DeletionRequest, '_id' | 'requestedAt'> | null {
  const [at, _id] = cursor?.split(' ') ?? []
  return at && _id ? { requestedAt: Number(at), _id } : null
}

export const proposeDeletion = handle(proposeOperation, deciders, async ({ account, reason, requestKey }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const request = await findDeletionRequest(account)
  if (request?.state !== 'requested') return refuse('deletion-unknown')
  const { requestedAt } = request
  const { rows, stays } = await planOf(inForce.terms, request)
  if (stays === 'being-paid') return refuse('bank-account-in-use')
  return openProposal(call, {
    kind: 'deletion',
    title: `删除个人信息（编号 ${account.slice(0, 4)}…${account.slice(-4)}）`,
    changes: rows.map((row) => ({
      label: row.what,
      before: '有',
      after: row.delete ? null : `保留${row.until ? `到 ${row.until}` : ''}：${row.why}`,
    })),
    payload: { account, requestedAt, proposedBy: call.staff._id },
    reason,
    concerns: [account],
    needed: 1,
    requestKey,
  })
})
