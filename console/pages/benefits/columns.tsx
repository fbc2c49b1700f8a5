import type { TableProps } from 'antd'
import type { LedgerItem } from '#contract/benefits'
import { day, dayOf, daysBetween, formatInstant } from '#values/days'
import { DayText, DueText, InstantText } from '../../components/DayText'
import { MaskedText } from '../../components/MaskedText'
import { MoneyText } from '../../components/MoneyText'
import { StateTag } from '../../components/StateTag'
import { Under } from '../../components/Under'
import { type Column, yuan } from '../../exports/column'
import { lineNames, statuses, workLists } from '../ledger-words'

/** `now` is the cloud's. */
export const columnsAt = (now: number): TableProps<LedgerItem>['columns'] => [
  {
    title: '权益',
    render: (_, { title, clause, grantedAt }) => (
      <>
        {title}
        <Under>
          {clause}，<InstantText at={grantedAt} />
        </Under>
      </>
    ),
  },
  {
    title: '客户',
    render: (_, { who, plate }) => (
      <>
        <MaskedText text={who} what="姓名" />
        {plate && <Under>{plate}</Under>}
      </>
    ),
  },
  { title: '网点', render: (_, { branchName }) => branchName ?? '—' },
  { title: '金额', align: 'right', render: (_, { amountFen }) => <MoneyText of={amountFen} /> },
  { title: '状态', render: (_, { status }) => <StateTag state={statuses[status]} /> },
  { title: '等谁办', render: (_, item) => <Waits item={item} now={now} /> },
  { title: '承诺日期', render: (_, item) => <Due item={item} now={now} /> },
]

/** The work list, and for how long it has stood there. */
function Waits({ item: { waits, waitsSince }, now }: { item: LedgerItem; now: number }) {
  if (waits === null) return <>—</>
  return (
    <>
      {workLists[waits].name}
      <Under>已 {daysBetween(dayOf(waitsSince), dayOf(now))} 天</Under>
    </>
  )
}

/** Only what is still to be given can be late. */
function Due({ item: { dueOn, status }, now }: { item: LedgerItem; now: number }) {
  const open = status === 'pending' || status === 'approved'
  return open ? <DueText on={dueOn} now={now} /> : <DayText on={dueOn} />
}

export const exportedColumnsAt = (now: number): readonly Column<LedgerItem>[] => [
  { title: '权益', of: ({ title }) => title },
  { title: '条款', of: ({ clause }) => clause },
  { title: '预算科目', of: ({ line }) => lineNames[line] },
  { title: '客户（已脱敏）', of: ({ who }) => who },
  { title: '车牌（已脱敏）', of: ({ plate }) => plate },
  { title: '网点', of: ({ branchName }) => branchName },
  { title: '金额（元）', kind: 'yuan', of: ({ amountFen }) => yuan(amountFen) },
  { title: '成本（元）', kind: 'yuan', of: ({ costFen }) => yuan(costFen) },
  { title: '状态', of: ({ status }) => statuses[status].word },
  { title: '等谁办', of: ({ waits }) => (waits ? workLists[waits].name : null) },
  { title: '从何时起', of: ({ waits, waitsSince }) => (waits ? formatInstant(waitsSince, true) : null) },
  { title: '承诺日期', of: ({ dueOn }) => dueOn },
  { title: '逾期（天）', kind: 'count', of: (item) => lateBy(item, now) },
  { title: '产生时间', of: ({ grantedAt }) => formatInstant(grantedAt, true) },
  { title: '编号', of: ({ number }) => number },
]

function lateBy({ dueOn, status }: LedgerItem, now: number): number | null {
  if (dueOn === null || (status !== 'pending' && status !== 'approved')) return null
  const late = daysBetween(day(dueOn), dayOf(now))
  return late > 0 ? late : null
}
