import type { Benefit, WaitsFor } from '#rules/benefit/benefit'
import type { Late } from '#rules/review/review-due'
import { collection, command, type Fields } from './collection'

/** The ledger (benefits.ts), counted by the database itself: no entry leaves it. */
const benefits = collection<Benefit>('benefits')
const $ = command.aggregate

const WORK_LISTS: readonly WaitsFor[] = ['customer', 'hold', 'to-verify', 'review', 'payout', 'hand-over']

/** One where the condition holds, to be summed. */
const countIf = (condition: unknown) => $.sum($.cond([condition, 1, 0]))

/**
 * Past the promised day, as `isOverdue` says it of one entry (what promises none, null, is not); or longer in review, or to be
 * verified, than reviewing may take.
 */
const isLate = ({ on, inReviewBefore }: Late) =>
  $.or([
    $.and([
      $.gt(['$dueOn', '']),
      $.lt(['$dueOn', on]),
      $.or([$.eq(['$status.kind', 'pending']), $.eq(['$status.kind', 'approved'])]),
    ]),
    $.and([
      $.or([$.eq(['$waitsFor', 'review']), $.eq(['$waitsFor', 'to-verify'])]),
      $.lt(['$waitsSinceAt', inReviewBefore]),
    ]),
  ])

/**
 * How many entries wait in each work list and how many of them are late; lists without any are left out. One
 * database operation, over the waiting entries.
 * @param where further conditions, e.g. one branch's entries
 */
export async function countWork(
  campaignId: string,
  late: Late,
  where: Fields = {},
): Promise<{ list: WaitsFor; waiting: number; overdue: number }[]> {
  const groups = await benefits.groups<{ _id: WaitsFor; waiting: number; overdue: number }>(
    { campaignId, waitsFor: command.in([...WORK_LISTS]), ...where },
    { _id: '$waitsFor', waiting: $.sum(1), overdue: countIf(isLate(late)) },
  )
  return groups.map(({ _id, waiting, overdue }) => ({ list: _id, waiting, overdue }))
}
