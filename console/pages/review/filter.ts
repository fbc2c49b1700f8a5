import * as v from 'valibot'
import type { InputOf } from '#contract/operation'
import { type listReviews, reviewedRuleSchema } from '#contract/review'
import { ruleNames } from '../ledger-words'

export type ReviewFilter = Omit<InputOf<typeof listReviews>, 'cursor'>

/** The filters as they stand in the address; what is unknown there is left out. */
const addressSchema = v.object({
  rule: v.fallback(v.optional(reviewedRuleSchema), undefined),
  branchCode: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(20))), undefined),
  risky: v.fallback(v.optional(v.literal('yes')), undefined),
  overdue: v.fallback(v.optional(v.literal('yes')), undefined),
})

export function filterOf(address: URLSearchParams): ReviewFilter {
  const { rule, branchCode, risky, overdue } = v.parse(addressSchema, Object.fromEntries(address))
  return {
    ...(rule && { rule }),
    ...(branchCode && { branchCode }),
    ...(risky && { risky: true }),
    ...(overdue && { overdue: true }),
  }
}

/** For the audit log and the reader of a file: 续保专属礼品；逾期. Empty for all. */
export function wordsOf(
  { rule, branchCode, risky, overdue }: ReviewFilter,
  branches: readonly { branchCode: string; name: string }[],
): string {
  return [
    rule && ruleNames[rule],
    branchCode && (branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode),
    overdue && '逾期',
    risky && '有风险',
  ]
    .filter(Boolean)
    .join('；')
}
