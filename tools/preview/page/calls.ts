import { formatInstant } from '#values/days'
import { customers, staffMember } from '../people'
import type { PreviewCall } from '../state'
import { element, make } from './elements'

const doorNames: Record<string, string> = {
  customer: '客户',
  staff: '员工',
  intake: '外部推送',
  scheduled: '定时任务',
}

function nameOf({ openid, door }: PreviewCall): string {
  if (!openid) return door === 'customer' ? '未登录' : '系统'
  return [...customers, staffMember].find((customer) => customer.openid === openid)?.name ?? '访客'
}

function row(call: PreviewCall): HTMLLIElement {
  const door = doorNames[call.door] ?? call.door
  const operation = make('span', 'operation', call.operation ?? door)
  operation.title = `${call.door} ${call.id}`
  const about = [formatInstant(call.at, true).slice(11), ...(call.operation ? [door] : []), nameOf(call)]
  return make(
    'li',
    call.ok ? '' : 'failed',
    make('span', 'dot'),
    operation,
    make('span', 'figures', `${call.databaseOperations} 次操作`),
    make('span', 'from', [...about, ...(call.ok ? [] : ['失败'])].join(' · ')),
    ...(call.sms ? [make('span', 'from', `短信（本机不发送）${call.sms}`)] : []),
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
