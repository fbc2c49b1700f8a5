import type { Benefit, WaitsFor } from '#rules/benefit/benefit'
import type { Day } from '#values/days'
import { collection, command, type Fields } from './collection'

/** The ledger (benefits.ts), counted by the database itself: no entry leaves it. */
const benefits = collection<Benefit>('benefits')
const $ = command.aggregate

const WORK_LISTS: readonly WaitsFor[] = ['customer', 'hold', 'review', 'payout', 'hand-over']

/** One where the condition holds, to be summed. */
const countIf = (condition: unknown) => $.sum($.cond([condition, 1, 0]))

/** Past the promised day; what promises none (null) is never late. As `isOverdue` says it of one entry. */
const isLate = (on: Day) =>
  $.and([
    $.gt(['$dueOn', '']),
    $.lt(['$dueOn', on]),
    $.or([$.eq(['$status.kind', 'pending']), $.eq(['$status.kind', 'approved'])]),
  ])

/**
 * How many entries wait in each work list and how many of them are late on that day; lists without any are left out. One
 * database operation, over the waiting entries.
 * @param where further conditions, e.g. one branch's entries
 */
export async function countWork(
  campaignId: string,
  on: Day,
  where: Fields = {},
): Promise<{ list: WaitsFor; waiting: number; overdue: number }[]> {
  const groups = await benefits.groups<{ _id: WaitsFor; waiting: number; overdue: number }>(
    { campaignId, waitsFor: command.in([...WORK_LISTS]), ...where },
    { _id: '$waitsFor', waiting: $.sum(1), overdue: countIf(isLate(on)) },
  )
  return groups.map(({ _id, waiting, overdue }) => ({ list: _id, waiting, overdue }))
}
