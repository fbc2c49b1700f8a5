import * as v from 'valibot'
import { type LeadFilter, leadStateSchema } from '#contract/lead-desk'
import { leadKindSchema } from '#contract/leads'
import { channelSchema } from '#contract/scalars'
import { kinds, states } from './words'

/** The filters as they stand in the address; what is unknown there is left out. */
const addressSchema = v.object({
  state: v.fallback(v.optional(leadStateSchema), undefined),
  kind: v.fallback(v.optional(leadKindSchema), undefined),
  branchCode: v.fallback(v.optional(v.pipe(v.string(), v.maxLength(20))), undefined),
  channel: v.fallback(v.optional(channelSchema), undefined),
  overdue: v.fallback(v.optional(v.literal('yes')), undefined),
})

export function filterOf(address: URLSearchParams): LeadFilter {
  const { overdue, ...chosen } = v.parse(addressSchema, Object.fromEntries(address))
  const said = Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined))
  return { ...said, ...(overdue ? { overdue: true } : {}) }
}

interface Names {
  branches: readonly { branchCode: string; name: string }[]
  channels: readonly { channelId: string; name: string }[]
}

/** For the audit log and the reader of a file: 待联系；预约续保；逾期. */
export function wordsOf(
  { state = 'open', kind, branchCode, channel, overdue }: LeadFilter,
  { branches, channels }: Names,
): string {
  return [
    states[state],
    kind && kinds[kind],
    branchCode && (branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode),
    channel && (channels.find(({ channelId }) => channelId === channel)?.name ?? channel),
    overdue && '逾期',
  ]
    .filter(Boolean)
    .join('；')
}
