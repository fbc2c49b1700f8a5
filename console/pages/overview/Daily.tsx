import { type DayOfCampaign, readDaily } from '#contract/daily'
import type { OutputOf } from '#contract/operation'
import { day, dayOf, formatDay } from '#values/days'
import { call } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { InstantText } from '../../components/DayText'
import { EmptyBlock, FailureBlock } from '../../components/StateBlock'
import { WaitingBlock } from '../../components/Waiting'
import { DayBars } from './charts/DayBars'
import { GoalBar } from './charts/GoalBar'
import { Figures } from './Figures'
import { dailyColumns, type Measure, measures } from './measures'
import './charts/charts.css'

type Read = OutputOf<typeof readDaily>

const NOTHING = '活动还没有开始，或者还没有统计；统计每 15 分钟一次。'

/** 每日数据和活动目标 (§2, §7, §9), as the timer last counted them. */
export function Daily() {
  const { reading, reload } = useReading(readDaily, {})
  if (reading.status === 'loading') return <WaitingBlock height={320} />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  const { days, now } = reading.data
  const last = days.at(-1)
  return (
    <>
      <Card title="活动目标">
        <Goals {...reading.data} />
      </Card>
      <Figures
        title="每日数据"
        list="daily"
        columns={dailyColumns}
        read={async () => {
          const read = await call(readDaily, {})
          return read.ok ? { ok: true, data: read.data.days } : read
        }}
        picture={
          last === undefined ? (
            <EmptyBlock sentence={NOTHING} />
          ) : (
            <Pictures days={days} last={last} today={dayOf(now)} />
          )
        }
        table={
          <DataTable<DayOfCampaign>
            label="每日数据"
            reading={{ ...reading, data: [...days].reverse() }}
            reload={reload}
            rowKey={({ on }) => on}
            columns={dailyColumns.map(({ title, kind, of }) => ({
              title,
              align: kind ? ('right' as const) : ('left' as const),
              render: (_, row) => shownCell(of(row), kind),
            }))}
            empty={{ sentence: NOTHING }}
          />
        }
      />
    </>
  )
}

const shownCell = (cell: string | number | null, kind: 'yuan' | 'count' | 'text' | undefined) =>
  typeof cell === 'number' && kind === 'yuan' ? cell.toLocaleString('zh-CN', { minimumFractionDigits: 2 }) : cell

function Pictures({ days, last, today }: { days: readonly DayOfCampaign[]; last: DayOfCampaign; today: string }) {
  return (
    <>
      <div className="charts">
        {measures.map((measure) => (
          <div key={measure.name} className="charts__one">
            <p className="charts__head">
              <span>{measure.name}</span>
              <Latest measure={measure} days={days} today={today} />
            </p>
            <DayBars measure={measure} days={days} today={today} />
            <p className="charts__about">{measure.about}</p>
          </div>
        ))}
      </div>
      <p className="goals__unknown">
        虚线的一条是今天，统计到 <InstantText at={last.countedAt} />
        。核心系统迟报的保单在三天内补进当天。
      </p>
    </>
  )
}

/** The last whole day, which can be judged, and the day so far. */
function Latest({
  measure: { of, unit },
  days,
  today,
}: {
  measure: Measure
  days: readonly DayOfCampaign[]
  today: string
}) {
  const over = days.filter(({ on }) => on < today).at(-1)
  const soFar = days.find(({ on }) => on === today)
  return (
    <span>
      {over && (
        <>
          {formatDay(day(over.on))} <b>{of(over)}</b> {unit}
        </>
      )}
      {soFar && `${over ? '，' : ''}今天 ${of(soFar)}`}
    </span>
  )
}

function Goals({ goals: { newCustomers, renewalRate }, endsOn }: Read) {
  return (
    <>
      <div className="goals">
        <GoalBar
          label="新客户"
          reached={newCustomers.soFar === null ? null : newCustomers.soFar / newCustomers.goal}
          said={newCustomers.soFar === null ? '不知道：本次活动没有新客户优惠' : `${newCustomers.soFar} 人`}
          goal={`目标 ${newCustomers.goal} 人`}
        />
        <GoalBar
          label="续保率"
          reached={renewalRate.soFarBps === null ? null : renewalRate.soFarBps / renewalRate.goalBps}
          said={
            renewalRate.soFarBps === null
              ? '还没有保单到期'
              : `${percent(renewalRate.soFarBps)}（到期 ${renewalRate.due} 张，续保 ${renewalRate.renewed} 张）`
          }
          goal={`目标 ${percent(renewalRate.goalBps)}`}
        />
      </div>
      <p className="goals__unknown">
        新客户目标为基期 {newCustomers.before} 人增长 {percent(newCustomers.growthBps)}，截至 {formatDay(day(endsOn))}
        。续保率只算已经过完的天，续保从原保单到期的次日起保才算。活动保费占比、满意度、曝光、新增关注和互动不在系统里，由团队另行统计。
      </p>
    </>
  )
}

const percent = (bps: number): string => `${bps / 100}%`
