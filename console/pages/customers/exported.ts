import type { findCustomers, listDeletions } from '#contract/customers'
import type { OutputOf } from '#contract/operation'
import { formatInstant } from '#values/days'
import type { Column } from '../../exports/column'

export const exportedFound: readonly Column<OutputOf<typeof findCustomers>['customers'][number]>[] = [
  { title: '客户（已脱敏）', of: ({ name }) => name ?? '没有绑定保单的微信' },
  { title: '手机号（已脱敏）', of: ({ phone }) => phone },
  { title: '车牌（已脱敏）', of: ({ plates }) => plates.join('、') },
  { title: '保单（张）', kind: 'count', of: ({ policies }) => policies },
  { title: '编号', of: ({ customerId }) => customerId },
]

type Request = OutputOf<typeof listDeletions>['requests'][number]

const states: Readonly<Record<Request['state'], string>> = {
  requested: '待处理',
  proposed: '等另一个人同意',
  done: '已处理',
}

const planText = ({ plan }: Request, goes: boolean): string =>
  plan
    .filter((row) => row.delete === goes)
    .map(({ what, why, until }) => `${what}（${why}${until ? `，到 ${until}` : ''}）`)
    .join('；')

export const exportedDeletions: readonly Column<Request>[] = [
  { title: '客户（已脱敏）', of: ({ name }) => name },
  { title: '编号', of: ({ account }) => account },
  { title: '状态', of: ({ state }) => states[state] },
  { title: '提出', of: ({ requestedAt }) => formatInstant(requestedAt, true) },
  { title: '最晚', of: ({ dueOn }) => dueOn },
  { title: '处理完', of: ({ doneAt }) => doneAt && formatInstant(doneAt, true) },
  { title: '删除', of: (request) => planText(request, true) },
  { title: '依法保留', of: (request) => planText(request, false) },
]
