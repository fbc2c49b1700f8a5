import type { Benefit, WaitsFor } from '#rules/benefit/benefit'
import type { Late } from '#rules/review/review-due'
import { collection, command, type Fields } from './collection'

/** The ledger (benefits.ts), counted by the database itself: no entry leaves it. */
const benefits = collection<Benefit>('benefits')
const $ = command.aggregate

const WORK_LISTS: readonly WaitsFor[] = ['customer', 'hold', 'review', 'payout', 'hand-over']

/** One where the condition holds, to be summed. */
const countIf = (condition: unknown) => $.sum($.cond([condition, 1, 0]))

/**
 * Past the promised day, as `isOverdue` says it of one entry (what promises none, null, is not); or longer in review than reviewing
 * may take, as the review page says it.
 */
const isLate = ({ on, inReviewBefore }: Late) =>
  $.or([
    $.and([
      $.gt(['$dueOn', '']),
      $.lt(['$dueOn', on]),
      $.or([$.eq(['$status.kind', 'pending']), $.eq(['$status.kind', 'approved'])]),
    ]),
    $.and([$.eq(['$waitsFor', 'review']), $.lt(['$waitsSinceAt', inReviewBefore])]),
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

/** How many entries wait for a fact (待核实), in no work list, and how many of them as long as reviewing may take. One database operation. */
export async function countToVerify(
  campaignId: string,
  { inReviewBefore }: Late,
  where: Fields = {},
): Promise<{ waiting: number; overdue: number }> {
  const [counted] = await benefits.groups<{ waiting: number; overdue: number }>(
    { campaignId, 'decision.kind': 'to-verify', 'status.kind': 'pending', ...where },
    { _id: null, waiting: $.sum(1), overdue: countIf($.lt(['$status.since', inReviewBefore])) },
  )
  return { waiting: counted?.waiting ?? 0, overdue: counted?.overdue ?? 0 }
}
