import type { Benefit, BudgetLine, WaitsFor } from '#rules/benefit/benefit'
import type { Late } from '#rules/review/review-due'
import { collection, command, type Fields } from './collection'

/** The ledger (benefits.ts) as staff look through it. */
const benefits = collection<Benefit>('benefits')
const $ = command.aggregate

/** What of it is asked for. */
export interface LedgerSearch {
  campaignId: string
  waitsFor?: WaitsFor
  status?: Benefit['status']['kind']
  rule?: Benefit['rule']
  budgetLine?: BudgetLine
  branchCode?: string
  /** Only what is late: promised for an earlier day and not given, as `isOverdue` says it of one entry; in the lists below by age. */
  late?: Late
}

/** Lists in which an entry is late when it has waited longer than reviewing may take, whatever is promised. */
const byAge: readonly (WaitsFor | undefined)[] = ['review', 'to-verify']

/** Never `undefined`: the SDK would ask for the word. */
function conditionsOf({ status, late, ...equal }: LedgerSearch): Fields {
  return {
    ...Object.fromEntries(Object.entries(equal).filter(([, value]) => value !== undefined)),
    ...(status === undefined ? {} : { 'status.kind': status }),
    ...(late === undefined ? {} : lateConditions(late, equal.waitsFor, status)),
  }
}

function lateConditions(late: Late, waitsFor: LedgerSearch['waitsFor'], status: LedgerSearch['status']): Fields {
  if (byAge.includes(waitsFor)) return { waitsSinceAt: command.lt(late.inReviewBefore) }
  const open = command.in(status === undefined ? ['pending', 'approved'] : [status].filter(isOpen))
  return { dueOn: command.gt('').and(command.lt(late.on)), 'status.kind': open }
}

const isOpen = (status: string) => status === 'pending' || status === 'approved'

/**
 * A page of the ledger, the latest first; `after` is the last entry of the page before. One database operation, two where the
 * page before ended among entries of one moment.
 */
export async function listLedger(
  search: LedgerSearch,
  { after, limit }: { after: Pick<Benefit, '_id' | 'grantedAt'> | null; limit: number },
): Promise<Benefit[]> {
  const where = conditionsOf(search)
  const ask = (more: Fields, most: number): Promise<Benefit[]> =>
    benefits.list({ ...where, ...more }, { orderBy: ['grantedAt', 'desc'], thenBy: ['_id', 'asc'], limit: most })
  if (!after) return ask({}, limit)
  const sameMoment = await ask({ grantedAt: after.grantedAt, _id: command.gt(after._id) }, limit)
  if (sameMoment.length === limit) return sameMoment
  return [...sameMoment, ...(await ask({ grantedAt: command.lt(after.grantedAt) }, limit - sameMoment.length))]
}

/** How many there are, and their sums in fen. One database operation. */
export async function sumLedger(
  search: LedgerSearch,
): Promise<{ count: number; amountFen: number; costFen: number; unknown: number }> {
  const [sum] = await benefits.groups<{ count: number; amountFen: number; costFen: number; unknown: number }>(
    conditionsOf(search),
    {
      _id: null,
      count: $.sum(1),
      amountFen: $.sum('$amountFen'),
      costFen: $.sum('$costFen'),
      unknown: $.sum($.cond([$.eq(['$costFen', null]), 1, 0])),
    },
  )
  const { count, amountFen, costFen, unknown } = sum ?? { count: 0, amountFen: 0, costFen: 0, unknown: 0 }
  return { count, amountFen, costFen, unknown }
}
