import { formatInstant } from '#values/days'
import { customers } from '../people'
import type { PreviewCall } from '../state'
import { element, make } from './elements'

const doorNames: Record<string, string> = {
  customer: '客户',
  staff: '员工',
  intake: '外部推送',
  scheduled: '定时任务',
}

function nameOf(openid: string | null): string {
  if (!openid) return '系统'
  return customers.find((customer) => customer.openid === openid)?.name ?? '访客'
}

function row(call: PreviewCall): HTMLLIElement {
  const operation = make('span', 'operation', call.operation ?? doorNames[call.door] ?? call.door)
  operation.title = `${call.door} · ${call.operation ?? ''} · ${call.id}`
  return make(
    'li',
    call.ok ? '' : 'failed',
    make('span', 'dot'),
    operation,
    make('span', 'figures', `${call.databaseOperations} 次操作`),
    make(
      'span',
      'from',
      `${formatInstant(call.at, true).slice(11)} · ${doorNames[call.door] ?? call.door} · ${nameOf(call.openid)}${call.ok ? '' : ' · 失败'}`,
    ),
    make('span', 'took', `${Math.round(call.durationMs)} 毫秒`),
  )
}

let shown = ''

/** The last calls, the newest first. Redrawn only when there is a new one, so that the list can be read and scrolled. */
export function showCalls(calls: readonly PreviewCall[]): void {
  const newest = calls[0]?.id ?? ''
  const list = element('#calls', HTMLOListElement)
  if (newest === shown && list.childElementCount > 0) return
  shown = newest
  list.replaceChildren(...(calls.length > 0 ? calls.map(row) : [make('li', 'none', '还没有调用。')]))
}
