import type { TableProps } from 'antd'
import type { LeadItem } from '#contract/lead-desk'
import { callOutcomes } from '#values/call-outcomes'
import { formatInstant } from '#values/days'
import { vehicleText } from '#values/vehicle-words'
import { DayText, DueText, InstantText } from '../../components/DayText'
import { MoneyText } from '../../components/MoneyText'
import { StateTag } from '../../components/StateTag'
import { Under } from '../../components/Under'
import { type Column, yuan } from '../../exports/column'
import { kinds, outcomeTones, states } from './words'

/** `now` is the cloud's. Whoever sees one branch alone knows which. */
export const columnsAt = (now: number, oneBranch: boolean): TableProps<LeadItem>['columns'] => [
  {
    title: '客户',
    render: (_, { name, phone }) => (
      <>
        {name}
        <Under>{phone}</Under>
      </>
    ),
  },
  {
    title: '预约',
    render: (_, { kind, bookedAt }) => (
      <>
        {kinds[kind]}
        <Under>
          <InstantText at={bookedAt} />
        </Under>
      </>
    ),
  },
  {
    title: '车辆',
    render: (_, { plate, quoted }) => (
      <>
        {plate ?? '没有填写车牌'}
        {quoted && <Under>{vehicleText(quoted)}</Under>}
      </>
    ),
  },
  {
    title: '商业险试算',
    align: 'right',
    render: (_, { quoted }) => (quoted ? <MoneyText of={quoted.payableFen} /> : '—'),
  },
  oneBranch
    ? { title: '渠道', render: (_, { channelName }) => channelName ?? '—' }
    : {
        title: '网点和渠道',
        render: (_, { branchName, channelName }) => (
          <>
            {branchName}
            {channelName && <Under>{channelName}</Under>}
          </>
        ),
      },
  {
    title: '最晚联系',
    render: (_, { state, callsUntilOn }) =>
      state === 'open' ? <DueText on={callsUntilOn} now={now} /> : <DayText on={callsUntilOn} />,
  },
  { title: '联系', render: (_, lead) => <LastCall of={lead} /> },
]

/** The latest call; the others stand in the drawer. */
function LastCall({ of: { calls } }: { of: LeadItem }) {
  const last = calls.at(-1)
  if (!last) return '还没有联系'
  return (
    <>
      <StateTag state={{ word: callOutcomes[last.outcome], tone: outcomeTones[last.outcome] }} />
      <Under>
        {last.by}，<InstantText at={last.at} />
        {calls.length > 1 && `，第 ${calls.length} 次`}
      </Under>
    </>
  )
}

export const exportedColumns: readonly Column<LeadItem>[] = [
  { title: '预约什么', of: ({ kind }) => kinds[kind] },
  { title: '状态', of: ({ state }) => states[state] },
  { title: '称呼（已脱敏）', of: ({ name }) => name },
  { title: '手机号（已脱敏）', of: ({ phone }) => phone },
  { title: '车牌（已脱敏）', of: ({ plate }) => plate },
  { title: '试算的车辆', of: ({ quoted }) => quoted && vehicleText(quoted) },
  { title: '商业险试算（元）', kind: 'yuan', of: ({ quoted }) => yuan(quoted?.payableFen ?? null) },
  { title: '网点', of: ({ branchName }) => branchName },
  { title: '渠道', of: ({ channelName }) => channelName },
  { title: '预约时间', of: ({ bookedAt }) => formatInstant(bookedAt, true) },
  { title: '最晚联系', of: ({ callsUntilOn }) => callsUntilOn },
  { title: '是否逾期', of: ({ overdue }) => (overdue ? '逾期' : null) },
  { title: '联系次数', kind: 'count', of: ({ calls }) => calls.length },
  { title: '最近联系', of: ({ calls }) => lastOf(calls, ({ at }) => formatInstant(at, true)) },
  { title: '谁联系的', of: ({ calls }) => lastOf(calls, ({ by }) => by) },
  { title: '结果', of: ({ calls }) => lastOf(calls, ({ outcome }) => callOutcomes[outcome]) },
  { title: '备注', of: ({ calls }) => lastOf(calls, ({ note }) => note) },
]

type Call = LeadItem['calls'][number]

function lastOf(calls: readonly Call[], said: (call: Call) => string | null): string | null {
  const last = calls.at(-1)
  return last ? said(last) : null
}
