import { type AuditedAct, type AuditedKind, auditedActs, auditedKinds } from '#contract/audit'
import type { searchAudit } from '#contract/audit-log'
import type { InputOf } from '#contract/operation'
import { isDay } from '#values/days'
import { actName, kindName } from './words'

export type AuditSearch = Omit<InputOf<typeof searchAudit>, 'before'>

const isAct = (text: string | null): text is AuditedAct => text !== null && Object.hasOwn(auditedActs, text)
const isKind = (text: string | null): text is AuditedKind => text !== null && Object.hasOwn(auditedKinds, text)

/** What is searched for, as it stands in the address; what is unknown there is left out. */
export function searchOf(address: URLSearchParams): AuditSearch {
  const [what, kind, on] = [address.get('what'), address.get('kind'), address.get('on')]
  const [account, id, requestId] = [address.get('account'), address.get('id'), address.get('requestId')]
  return {
    ...(isAct(what) && { what }),
    ...(isKind(kind) && { kind }),
    ...(on && isDay(on) && { on }),
    ...(account && { account }),
    ...(id && { id }),
    ...(requestId && { requestId }),
  }
}

/** For the audit log, which takes 200 characters. Empty for all. */
export function wordsOf(
  { account, what, kind, id, on, requestId }: AuditSearch,
  people: readonly { account: string; name: string }[],
): string {
  return [
    account && (people.find((one) => one.account === account)?.name ?? account),
    what && actName(what),
    kind && kindName(kind),
    id && `对象编号 ${id}`,
    on,
    requestId && `请求编号 ${requestId}`,
  ]
    .filter(Boolean)
    .join('；')
    .slice(0, 200)
}
