import { auditedActs, auditedFields, auditedKinds } from '#contract/audit'
import type { AuditEntry } from '#contract/audit-log'
import { exportedLists } from '#contract/exports'
import { proposalKinds } from '#contract/proposals'
import { carriers } from '#values/carriers'
import { day, formatDay, formatInstant, isDay } from '#values/days'
import { fen, formatFen } from '#values/money'
import { roleNames } from '../words'

/** An older entry may speak of what today's lists no longer have: then it is shown as it was written. */
const say = (texts: Readonly<Record<string, string>>, word: string): string => texts[word] ?? word

export const actName = (what: string): string => say(auditedActs, what)
export const kindName = (kind: string): string => say(auditedKinds, kind)
export const fieldName = (field: string): string => say(auditedFields, field)
export const roleName = (role: string): string => say({ ...roleNames, system: '系统' }, role)

/** States of every kind of object, as the log has them. */
const states: Readonly<Record<string, string>> = {
  open: '等待决定',
  done: '已同意',
  pending: '待处理',
  approved: '已通过',
  fulfilled: '已给付',
  refused: '已驳回',
  expired: '已过期',
  'clawed-back': '已收回',
  withdrawn: '已撤回',
  customer: '等客户补充',
  hold: '暂缓中',
  review: '待审核',
  payout: '待打款',
  'hand-over': '待发放',
  'to-verify': '待核实',
  building: '编制中',
  draft: '待复核',
  released: '待结果',
  reconciled: '已对完',
  cancelled: '已撤销',
}

/** What was taken out, how a customer was looked for, what was proposed. */
const kinds: Readonly<Record<string, string>> = {
  ...exportedLists,
  ...proposalKinds,
  phone: '按手机号',
  plate: '按车牌号',
  name: '按姓名',
  policy: '按保单号',
  account: '按编号',
  code: '凭身份码',
  picture: '客户全貌',
}

type Value = NonNullable<AuditEntry['before']>[string]

/** A value in words: money in yuan, times and days as one reads them, states and roles in Chinese. */
export function valueText(field: string, value: Value | undefined): string {
  if (value === undefined || value === null || value === '') return '—'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') {
    if (field.endsWith('Fen')) return formatFen(fen(value))
    return field.endsWith('At') || field === 'holdUntil' ? formatInstant(value) : String(value)
  }
  if (typeof value !== 'string') return value.length === 0 ? '—' : value.join('、')
  if (field === 'role') return roleName(value)
  if (field === 'kind') return say(kinds, value)
  if (field === 'carrier') return say(carriers, value)
  if (isDay(value)) return formatDay(day(value))
  return say(states, value)
}

/** What differs between before and after; all of it where there was no before, or is no after. */
export function differences({ before, after }: AuditEntry): { field: string; before: string; after: string }[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return fields
    .map((field) => ({
      field,
      before: valueText(field, before?.[field]),
      after: valueText(field, after?.[field]),
    }))
    .filter((one) => one.before !== one.after || before === null || after === null)
}
