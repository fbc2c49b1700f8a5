import * as v from 'valibot'
import { maskIdNumber, maskName, maskPhone, maskPlate, maskVin } from '#values/masks'
import { normalPlate } from '#values/plate'
import { type PolicyEvent, type PolicyField, policyEventSchema, policyFields } from './policy-event'

/** What is wrong with one field of an event: its value masked when it is personal, and the reason in Chinese. */
export interface EventProblem {
  /** Null when the event as a whole is none. */
  field: PolicyField | null
  value: string
  reason: string
}

export type EventReading = { ok: true; event: PolicyEvent } | { ok: false; problems: EventProblem[] }

/** Codes that the campaign's terms know. */
export interface KnownCodes {
  branchCodes: ReadonlySet<string>
  channelCodes: ReadonlySet<string>
}

/**
 * Reads one event of a message; every problem at once.
 * @param known null where the codes cannot be looked up; the cloud does it then
 */
export function readPolicyEvent(input: unknown, known: KnownCodes | null): EventReading {
  const parsed = v.safeParse(policyEventSchema, input)
  const problems = parsed.success ? [] : problemsOf(parsed.issues)
  if (parsed.success && known) problems.push(...unknownCodes(parsed.output, known))
  return parsed.success && problems.length === 0 ? { ok: true, event: parsed.output } : { ok: false, problems }
}

function unknownCodes({ branchCode, channelCode }: PolicyEvent, known: KnownCodes): EventProblem[] {
  const problems: EventProblem[] = []
  if (!known.branchCodes.has(branchCode))
    problems.push({
      field: 'branchCode',
      value: shownValue('branchCode', branchCode),
      reason: '活动条款里没有这个机构代码',
    })
  if (!known.channelCodes.has(channelCode))
    problems.push({
      field: 'channelCode',
      value: shownValue('channelCode', channelCode),
      reason: '活动条款里没有这个渠道代码',
    })
  return problems
}

/** One problem a field, the first. */
function problemsOf(issues: readonly v.BaseIssue<unknown>[]): EventProblem[] {
  const problems = new Map<string, EventProblem>()
  for (const issue of issues) {
    const [at] = issue.path ?? []
    const field = policyFields.find((one) => one === at?.key) ?? null
    if (problems.has(field ?? '')) continue
    const written = at?.value ?? null
    const value = field === null || written === null ? '' : shownValue(field, written)
    const reason = field !== null && at?.value === undefined ? `缺少这一项。${issue.message}` : issue.message
    problems.set(field ?? '', { field, value, reason })
  }
  return [...problems.values()]
}

const LONGEST_SHOWN = 40
/** A phone or an ID number that came into another column, as when a column is missing. */
const PERSONAL = /1[3-9]\d{9}|\d{17}[\dXx]/

/** The value as it may be shown and logged. */
export function shownValue(field: PolicyField, value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : (JSON.stringify(value) ?? '')
  switch (field) {
    case 'holderName':
      return text === '' ? '' : maskName(text)
    case 'holderIdNumber':
      return maskIdNumber(text)
    case 'holderPhone':
      return maskPhone(text)
    case 'plateNumber':
      return maskPlate(normalPlate(text))
    case 'vin':
      return maskVin(text)
    default:
      return PERSONAL.test(text) ? maskIdNumber(text) : text.slice(0, LONGEST_SHOWN)
  }
}
