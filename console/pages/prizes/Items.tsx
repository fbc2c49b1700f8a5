import { Segmented, type TableProps } from 'antd'
import { useState } from 'react'
import { listPrizeItems, type PrizeItem, type PrizeList } from '#contract/prize-lists'
import { call } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { DayText, InstantText } from '../../components/DayText'
import { ExportButton } from '../../components/ExportButton'
import { StateTag } from '../../components/StateTag'
import { Under } from '../../components/Under'
import { usePages } from '../../components/use-pages'
import { useMe } from '../../shell/me'
import { exportedPrizes } from './exported'
import { ItemDrawer } from './ItemDrawer'
import { listNames, stages, wayNames } from './words'

const all = Object.keys(listNames) as PrizeList[]

const columns: TableProps<PrizeItem>['columns'] = [
  {
    title: '奖品',
    render: (_, { prizeName, wonAt }) => (
      <>
        {prizeName}
        <Under>
          <InstantText at={wonAt} /> 抽中
        </Under>
      </>
    ),
  },
  { title: '状态', render: (_, { stage }) => <StateTag state={stages[stage]} /> },
  {
    title: '领取方式',
    render: (_, { way, branchName, region }) => (
      <>
        {way ? wayNames[way] : '—'}
        {(branchName ?? region) && <Under>{branchName ?? region}</Under>}
      </>
    ),
  },
  {
    title: '客户',
    render: (_, { way, name, phone }) => (
      <>
        {name ?? (way === 'code' ? '不用填写' : '还没有填写')}
        {phone && <Under>{phone}</Under>}
      </>
    ),
  },
  {
    title: '最迟',
    render: (_, { dueOn, overdue }) => (
      <>
        <DayText on={dueOn} /> {overdue && <StateTag state={{ word: '已逾期', tone: 'bad' }} />}
      </>
    ),
  },
  {
    title: '发放',
    render: (_, { handedOver }) =>
      handedOver ? (
        <>
          {handedOver.how}
          <Under>
            <InstantText at={handedOver.at} />
          </Under>
        </>
      ) : (
        '—'
      ),
  },
]

/** The prizes of one list; a row opens what can be done about it. */
export function Items() {
  const { role } = useMe()
  const [list, setList] = useState<PrizeList>(role === 'branch' ? 'to-collect' : 'review')
  const [opened, open] = useState<PrizeItem | null>(null)
  const { cursor, paging } = usePages(list)
  const { reading, reload } = useReading(listPrizeItems, { list, cursor })
  const rows = reading.status === 'ready' ? { ...reading, data: reading.data.items } : reading
  return (
    <Card
      title="奖品清单"
      inside="flush"
      extra={
        <ExportButton
          list="prizes"
          filters={`奖品：${listNames[list]}`}
          columns={exportedPrizes}
          readPage={async (from) => {
            const page = await call(listPrizeItems, { list, cursor: from })
            return page.ok ? { ok: true, data: { rows: page.data.items, next: page.data.next } } : page
          }}
        />
      }
    >
      {role !== 'branch' && (
        <div className="prizes__lists">
          <Segmented
            aria-label="清单"
            value={list}
            onChange={setList}
            options={all.map((value) => ({ value, label: listNames[value] }))}
          />
        </div>
      )}
      <DataTable
        label={listNames[list]}
        reading={rows}
        reload={reload}
        columns={columns}
        rowKey={({ benefitId }) => benefitId}
        empty={{ sentence: `没有${listNames[list]}的奖品。` }}
        {...(reading.status === 'ready' && { paging: paging(reading.data.next) })}
        open={open}
      />
      <ItemDrawer item={opened} close={() => open(null)} />
    </Card>
  )
}
