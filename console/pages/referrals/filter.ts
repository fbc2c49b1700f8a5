import * as v from 'valibot'
import type { InputOf } from '#contract/operation'
import { invitationStateSchema } from '#contract/referral'
import type { listReferrals } from '#contract/referrals'
import { isDay } from '#values/days'
import { states } from './words'

export type AskedFilter = NonNullable<InputOf<typeof listReferrals>['filter']>

const dayInAddress = v.fallback(v.optional(v.pipe(v.string(), v.check(isDay))), undefined)

/** The filters as they stand in the address; what is unknown there is left out. */
const addressSchema = v.object({
  state: v.fallback(v.optional(invitationStateSchema), undefined),
  branchCode: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(20))), undefined),
  reason: v.fallback(v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40))), undefined),
  fromOn: dayInAddress,
  untilOn: dayInAddress,
  risky: v.fallback(v.optional(v.literal('yes')), undefined),
})

export function filterOf(address: URLSearchParams): AskedFilter {
  const { risky, ...chosen } = v.parse(addressSchema, Object.fromEntries(address))
  const said = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
  return { ...said, ...(risky ? { risky: true } : {}) }
}

/** For the audit log and the reader of a file: 不算推荐；原因含“本公司客户”；需核查. Empty for all. */
export function wordsOf(
  { state, branchCode, reason, fromOn, untilOn, risky }: AskedFilter,
  branches: readonly { branchCode: string; name: string }[],
): string {
  return [
    state && states[state].word,
    branchCode && (branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode),
    reason && `原因含“${reason}”`,
    fromOn && `${fromOn} 起`,
    untilOn && `到 ${untilOn}`,
    risky && '需核查',
  ]
    .filter(Boolean)
    .join('；')
}
