import { listPrizeItems as operation, type PrizeItem, type PrizeList } from '#contract/prize-lists'
import { handOverWords } from '#decisions/finish-hand-over'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { PrizeBenefit } from '#rules/benefit/benefit'
import { isOverdue } from '#rules/benefit/waits-for'
import type { PrizeTerms, Terms } from '#rules/campaign/terms'
import { mayUndoHandOver } from '#rules/prize-collection/hand-over'
import { progressOf } from '#rules/prize-collection/progress'
import { findPrizes, listLatestPrizes, listPrizes, type PrizeFilter } from '#store/prize-benefits'
import { findPrizeCollections, listToHandOver, type PrizeCollection } from '#store/prize-collections'
import { findTermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'

const readers = forStaff('reviewer', 'admin', 'branch', 'analyst')
const PAGE = 50

interface Page {
  benefits: PrizeBenefit[]
  /** Known already where the list is one of details. */
  details: PrizeCollection[] | null
  next: string | null
}

/** A branch person's list is that of the own branch, whatever was asked for. */
export const listPrizeItems = handle(operation, readers, async ({ list, prizeId, cursor }, { now, staff }) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const filter: PrizeFilter = { campaignId: terms.campaignId, ...(prizeId === undefined ? {} : { prizeId }) }
  const ofBranch = staff.branchCode
  if (ofBranch !== null && list !== 'to-collect') return { items: [], next: null }
  const page = await pageOf(list, filter, cursor, ofBranch)
  const details = page.details ?? (await findPrizeCollections(page.benefits.map(({ _id }) => _id)))
  const byId = new Map(details.map((one) => [one._id, one]))
  return {
    items: page.benefits.flatMap((benefit) => {
      const prize = terms.prizeDraw.prizes.find((one) => one.prizeId === benefit.prizeId)
      return prize ? [itemOf(terms, prize, benefit, byId.get(benefit._id) ?? null, now)] : []
    }),
    next: page.next,
  }
})

async function pageOf(
  list: PrizeList,
  filter: PrizeFilter,
  cursor: string | null,
  branchCode: string | null,
): Promise<Page> {
  switch (list) {
    case 'customer':
    case 'review':
      return inOrder({ ...filter, waitsFor: list }, cursor)
    case 'code-coming':
      return inOrder({ ...filter, waitsFor: 'hand-over', form: 'coupon' }, cursor)
    case 'to-send':
    case 'to-collect': {
      const way = list === 'to-send' ? 'delivery' : 'in-person'
      const { campaignId, prizeId } = filter
      const where = { campaignId, way, ...(prizeId && { prizeId }), ...(branchCode && { branchCode }) } as const
      const details = await listToHandOver(where, { after: cursor ?? '', limit: PAGE })
      const benefits = await findPrizes(details.map(({ _id }) => _id))
      return {
        benefits: benefits.filter(({ status }) => status.kind === 'approved').sort(byDueDay),
        details,
        next: details.length === PAGE ? (details.at(-1)?._id ?? null) : null,
      }
    }
    case 'handed-over':
    case 'expired': {
      const status = list === 'expired' ? 'expired' : 'fulfilled'
      const benefits = await listLatestPrizes(
        { ...filter, status },
        { before: cursor === null ? null : Number(cursor), limit: PAGE },
      )
      const last = benefits.length === PAGE ? benefits.at(-1) : undefined
      return { benefits, details: null, next: last ? String(last.waitsSinceAt) : null }
    }
  }
}

async function inOrder(filter: PrizeFilter, cursor: string | null): Promise<Page> {
  const benefits = await listPrizes(filter, { after: cursor ?? '', limit: PAGE })
  return { benefits, details: null, next: benefits.length === PAGE ? (benefits.at(-1)?._id ?? null) : null }
}

const byDueDay = (one: PrizeBenefit, other: PrizeBenefit): number =>
  (one.dueOn ?? '9').localeCompare(other.dueOn ?? '9')

function itemOf(
  terms: Terms,
  prize: PrizeTerms,
  benefit: PrizeBenefit,
  details: PrizeCollection | null,
  now: Instant,
): PrizeItem {
  const { stage, way, branchName } = progressOf(terms, prize, benefit, details, now)
  const { status } = benefit
  const noted = details?.handOver
  return {
    benefitId: benefit._id,
    version: benefit.version,
    prizeId: prize.prizeId,
    prizeName: prize.name,
    valueFen: prize.valueFen,
    wonAt: benefit.grantedAt,
    stage,
    way,
    branchName,
    name: details?.nameMask || null,
    phone: details?.phoneMask || null,
    region: details?.regionText || null,
    hasIdNumber: details?.sealedIdNumber !== null && details?.sealedIdNumber !== undefined,
    dueOn: benefit.dueOn,
    overdue: isOverdue(benefit, dayOf(now)),
    returnedWhy: details?.returned?.why ?? null,
    handedOver:
      status.kind === 'fulfilled'
        ? {
            at: status.at,
            how: noted ? handOverWords(noted) : '券码已发到客户',
            undoable: mayUndoHandOver(way, status.at, now),
          }
        : null,
  }
}
