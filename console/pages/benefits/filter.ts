import * as v from 'valibot'
import { type LedgerFilter, ledgerLineSchema } from '#contract/benefits'
import { workListSchema } from '#contract/overview'
import { benefitStatusSchema } from '#contract/prizes'
import { reviewedRuleSchema } from '#contract/review'
import { lineNames, ruleNames, statuses, workLists } from '../ledger-words'

type Branches = readonly { branchCode: string; name: string }[]

/** The filters as they stand in the address, so that a page can be linked to and found again; what is unknown there is left out. */
const addressSchema = v.object({
  waits: v.fallback(v.optional(workListSchema), undefined),
  status: v.fallback(v.optional(benefitStatusSchema), undefined),
  rule: v.fallback(v.optional(reviewedRuleSchema), undefined),
  line: v.fallback(v.optional(ledgerLineSchema), undefined),
  branchCode: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(20))), undefined),
  overdue: v.fallback(v.optional(v.literal('yes')), undefined),
})

export function filterOf(address: URLSearchParams): Partial<LedgerFilter> {
  const { overdue, ...chosen } = v.parse(addressSchema, Object.fromEntries(address))
  const said = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
  return { ...said, ...(overdue ? { overdue: true } : {}) }
}

/** For the audit log and the reader of a file: 待审核；续保专属礼品；逾期. Empty for all. */
export function wordsOf(
  { waits, status, rule, line, branchCode, overdue }: Partial<LedgerFilter>,
  branches: Branches,
): string {
  return [
    waits && workLists[waits].name,
    status && statuses[status].word,
    rule && ruleNames[rule],
    line && lineNames[line],
    branchCode && (branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode),
    overdue && '逾期',
  ]
    .filter(Boolean)
    .join('；')
}
