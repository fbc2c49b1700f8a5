import { readBudget } from '#contract/budget'
import type { OutputOf } from '#contract/operation'
import { call } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { DataTable } from '../../components/DataTable'
import { InstantText } from '../../components/DayText'
import { MoneyText } from '../../components/MoneyText'
import { FailureBlock } from '../../components/StateBlock'
import { WaitingBlock } from '../../components/Waiting'
import { type Column, yuan } from '../../exports/column'
import { lineNames } from '../ledger-words'
import { BudgetBars } from './charts/BudgetBars'
import { Figures } from './Figures'

type Line = OutputOf<typeof readBudget>['lines'][number]

const columns: readonly Column<Line>[] = [
  { title: '预算科目', of: ({ line }) => lineNames[line] },
  { title: '计划（元）', kind: 'yuan', of: ({ plannedFen }) => yuan(plannedFen) },
  { title: '已答应未付（元）', kind: 'yuan', of: ({ promisedFen }) => yuan(promisedFen) },
  { title: '已付（元）', kind: 'yuan', of: ({ paidFen }) => yuan(paidFen) },
  { title: '其中待追回（元）', kind: 'yuan', of: ({ toRecoverFen }) => yuan(toRecoverFen) },
]

/** 预算执行 (§8): the nine lines as planned, promised and paid. */
export function Budget() {
  const { reading, reload } = useReading(readBudget, {})
  if (reading.status === 'loading') return <WaitingBlock height={320} />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  const { countedAt, lines } = reading.data
  return (
    <Figures
      title="预算执行"
      list="budget"
      columns={columns}
      read={async () => {
        const read = await call(readBudget, {})
        return read.ok ? { ok: true, data: read.data.lines } : read
      }}
      picture={<Bars {...reading.data} />}
      table={
        <DataTable<Line>
          label="预算执行"
          reading={{ ...reading, data: lines }}
          reload={reload}
          rowKey={({ line }) => line}
          columns={[
            { title: '预算科目', render: (_, { line }) => lineNames[line] },
            { title: '计划', align: 'right', render: (_, { plannedFen }) => <MoneyText of={plannedFen} /> },
            { title: '已答应未付', align: 'right', render: (_, { promisedFen }) => <Known of={promisedFen} /> },
            { title: '已付', align: 'right', render: (_, { paidFen }) => <Known of={paidFen} /> },
            { title: '其中待追回', align: 'right', render: (_, { toRecoverFen }) => <Known of={toRecoverFen} /> },
          ]}
          empty={{ sentence: '还没有预算。' }}
        />
      }
      foot={
        <p className="goals__unknown overview__foot">
          {countedAt === null ? (
            '还没有统计；统计每 15 分钟一次。'
          ) : (
            <>
              台账统计到 <InstantText at={countedAt} />。
            </>
          )}
          宣传推广、人员、其他和抽奖平台的花费不在台账里，由财务另行登记；折扣随保单出单即算已付；主办方承担的税算在成本里。退保收回的现金和礼品，追回之前仍算已付，逐笔见
          <a href="#/benefits?status=clawed-back">权益台账</a>。
        </p>
      }
    />
  )
}

function Bars({ lines, totalFen }: Pick<OutputOf<typeof readBudget>, 'lines' | 'totalFen'>) {
  return (
    <>
      <ul className="legend">
        <li>
          计划，合计 <MoneyText of={totalFen} as="promise" />
        </li>
        <li className="legend__paid">
          已付 <MoneyText of={sumOf(lines.map(({ paidFen }) => paidFen))} />
        </li>
        <li className="legend__promised">
          已答应未付 <MoneyText of={sumOf(lines.map(({ promisedFen }) => promisedFen))} />
        </li>
      </ul>
      <BudgetBars lines={lines} />
    </>
  )
}

/** Of the lines that the ledger knows. */
const sumOf = (amounts: readonly (number | null)[]): number =>
  amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0)

function Known({ of }: { of: number | null }) {
  return of === null ? <>不在台账</> : <MoneyText of={of} />
}
