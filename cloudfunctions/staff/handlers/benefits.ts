import {
  type LedgerFilter,
  type LedgerItem,
  listBenefits as listOperation,
  readBenefit as readOperation,
  sumBenefits as sumOperation,
} from '#contract/benefits'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { Benefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import { isInScope } from '#rules/review/may-review'
import { lateOn } from '#rules/review/review-due'
import { riskReasonTexts } from '#rules/risk/reasons'
import { findBenefit } from '#store/benefits'
import { type LedgerSearch, listLedger, sumLedger } from '#store/ledger'
import { listStaff, type StaffMember } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'
import { entryNamedBy, entryNameFor, entryNumberFor } from '../review/entry-name'
import { historyOf } from '../review/evidence'
import { reviewedOf } from '../review/reviewer'
import { type Names, namesOf, titleOf, whoOf } from '../review/shown-review'
import { statementOf } from '../review/statement'

/** A page of a file that is taken out is as long as one on the screen: the database answers at most 100. */
const PAGE = 50
const readers = forStaff('admin', 'reviewer', 'finance', 'branch', 'analyst')

/** “活动给出的每一项权益，都在一本账上查得到。” (§7, §10) Four database operations beside those of any staff call. */
export const listBenefits = handle(listOperation, readers, async ({ filter, cursor }, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const found = await listLedger(searchOf(terms, filter, staff, now), {
    after: readCursor(cursor, staff),
    limit: PAGE + 1,
  })
  const page = found.slice(0, PAGE)
  const last = found.length > PAGE ? page.at(-1) : undefined
  const names = await namesOf(page)
  return {
    items: page.map((benefit) => itemOf(terms, benefit, names, staff)),
    next: last ? `${last.grantedAt} ${entryNameFor(staff, last._id)}` : null,
    now,
  }
})

export const sumBenefits = handle(sumOperation, readers, async ({ filter }, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const branches = terms.branches
    .filter((branch) => isInScope(staff, branch))
    .map(({ branchCode, name }) => ({ branchCode, name }))
  return { ...(await sumLedger(searchOf(terms, filter, staff, now))), branches }
})

export const readBenefit = handle(readOperation, readers, async ({ benefitId }, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const id = entryNamedBy(staff, benefitId)
  const benefit = id === null ? null : await findBenefit(id)
  if (benefit?.campaignId !== terms.campaignId || !isInScope(staff, reviewedOf(benefit)))
    return refuse('benefit-unknown')
  const [names, roster] = await Promise.all([namesOf([benefit]), listStaff()])
  const nameOf = (account: string) => roster.find(({ _id }) => _id === account)?.name ?? '已离开的工作人员'
  return {
    item: itemOf(terms, benefit, names, staff),
    holdUntil: benefit.holdUntil,
    customerOwes: benefit.customerOwes,
    missing: missingOf(benefit),
    needsReview: benefit.needsReview,
    expiresOn: benefit.rule === 'prize-draw' ? null : benefit.expiresOn,
    termsVersion: benefit.termsVersion,
    risk: benefit.risk && {
      score: benefit.risk.score,
      reasons: benefit.risk.reasons.map((reason) => riskReasonTexts[reason]),
    },
    statement: statementOf(benefit),
    history: historyOf(benefit, nameOf),
    now,
  }
})

/** A branch person's branch stands whatever else is asked for. */
function searchOf(
  terms: Terms,
  { waits, line, branchCode: wanted, overdue, status, rule }: LedgerFilter,
  staff: StaffMember,
  now: Instant,
): LedgerSearch {
  const branchCode = staff.branchCode ?? wanted
  return {
    campaignId: terms.campaignId,
    ...(waits ? { waitsFor: waits } : {}),
    ...(status ? { status } : {}),
    ...(rule ? { rule } : {}),
    ...(line ? { budgetLine: line } : {}),
    ...(branchCode === undefined ? {} : { branchCode }),
    ...(overdue ? { late: lateOn(terms, dayOf(now)) } : {}),
  }
}

function readCursor(cursor: string | null, staff: StaffMember): Pick<Benefit, '_id' | 'grantedAt'> | null {
  const [at, name] = cursor?.split(' ') ?? []
  const _id = name && entryNamedBy(staff, name)
  return at && _id ? { grantedAt: Number(at), _id } : null
}

function itemOf(terms: Terms, benefit: Benefit, names: Names, staff: StaffMember): LedgerItem {
  const ofPolicy = benefit.rule === 'prize-draw' ? null : benefit
  const branch = terms.branches.find(({ branchCode }) => branchCode === ofPolicy?.branchCode)
  return {
    benefitId: entryNameFor(staff, benefit._id),
    number: entryNumberFor(staff, benefit._id),
    rule: benefit.rule,
    form: benefit.form,
    title: titleOf(terms, benefit),
    clause: benefit.clause,
    line: lineOf(benefit),
    who: whoOf(benefit, names),
    plate: ofPolicy && (names.plates.get(ofPolicy.vehicleId) ?? null),
    branchName: ofPolicy && (branch?.name ?? ofPolicy.branchCode),
    amountFen: benefit.amountFen,
    costFen: benefit.costFen,
    grantedAt: benefit.grantedAt,
    status: benefit.status.kind,
    waits: benefit.waitsFor,
    waitsSince: benefit.waitsSinceAt,
    dueOn: benefit.dueOn,
  }
}

/** Benefits are charged to six of the nine lines; the others are costs of running it. */
function lineOf({ _id, budgetLine }: Benefit): LedgerItem['line'] {
  if (budgetLine === 'promotion' || budgetLine === 'staff' || budgetLine === 'other')
    throw new Error(`${_id} is charged to ${budgetLine}`)
  return budgetLine
}

function missingOf(benefit: Benefit): string | null {
  if (benefit.rule === 'prize-draw') return null
  if (benefit.decision.kind === 'stopped') return '这项权益暂停中，恢复后再定'
  return benefit.decision.kind === 'to-verify' ? benefit.decision.missing : null
}
