/** What came of calling somebody who had booked (预约): a closed list, the same words on page, in the log and in a file. */
export const callOutcomes = {
  reached: '已联系',
  coming: '约好到店',
  'no-answer': '没有接通',
  'not-wanted': '不需要了',
} as const
export type CallOutcome = keyof typeof callOutcomes

/** Calls that nobody answered, after which the branch need not try again. */
export const MOST_TRIES = 3
