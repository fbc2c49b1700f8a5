import { Button } from 'antd'
import { useState } from 'react'
import { listPayouts, type PayoutBatch } from '#contract/payout'
import { call } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { InstantText } from '../../components/DayText'
import { ExportButton } from '../../components/ExportButton'
import { MoneyText } from '../../components/MoneyText'
import { PageHeader } from '../../components/PageHeader'
import { StateTag } from '../../components/StateTag'
import { Under } from '../../components/Under'
import { usePages } from '../../components/use-pages'
import { useMe } from '../../shell/me'
import { BatchDrawer } from './BatchDrawer'
import { BuildDialog } from './BuildDialog'
import { exportedColumns } from './exported'
import { batchStates, stillNeeded, wayWords } from './words'
import './payouts.css'

/** 打款: batches of approved cash, built by one, approved by another, released, reconciled with the bank's answer. */
export default function Payouts() {
  const { role } = useMe()
  const [opened, setOpened] = useState<string | null>(null)
  const [building, setBuilding] = useState(false)
  const { cursor, paging } = usePages('')
  const { reading, reload } = useReading(listPayouts, { cursor })
  const data = reading.status === 'ready' ? reading.data : null
  const build = role === 'finance' && (
    <Button type="primary" onClick={() => setBuilding(true)}>
      编制批次
    </Button>
  )
  return (
    <>
      <PageHeader
        title="打款"
        about="审核通过的现金，一人编制、另一人复核后放行；银行或微信的结果逐笔入账，失败的退回客户更正账户。"
        actions={
          <>
            {data && (
              <ExportButton
                list="payouts"
                filters=""
                columns={exportedColumns}
                readPage={async (from) => {
                  const page = await call(listPayouts, { cursor: from })
                  return page.ok ? { ok: true, data: { rows: page.data.batches, next: page.data.next } } : page
                }}
              />
            )}
            {build}
          </>
        }
      />
      <Card inside="flush">
        <DataTable<PayoutBatch>
          label="打款批次"
          reading={reading.status === 'ready' ? { ...reading, data: reading.data.batches } : reading}
          reload={reload}
          rowKey={({ batchId }) => batchId}
          empty={{ sentence: '还没有打款批次。审核通过的现金返还会等在这里。' }}
          paging={paging(data?.next ?? null)}
          open={({ batchId }) => setOpened(batchId)}
          columns={[
            {
              title: '批次',
              render: (_, { batchId, way }) => (
                <>
                  {batchId}
                  <Under>{wayWords[way]}</Under>
                </>
              ),
            },
            { title: '状态', render: (_, batch) => <State batch={batch} /> },
            { title: '笔数', align: 'right', render: (_, { count }) => count },
            { title: '实付', align: 'right', render: (_, { netFen }) => <MoneyText of={netFen} /> },
            {
              title: '编制',
              render: (_, { built }) => (
                <>
                  {built.name}
                  <Under>
                    <InstantText at={built.at} />
                  </Under>
                </>
              ),
            },
            { title: '复核', render: (_, { approvals }) => approvals.map(({ name }) => name).join('、') || '—' },
            {
              title: '结果',
              render: (_, { released, paid, failed, unknown }) =>
                released === null ? '—' : `成功 ${paid} · 失败 ${failed} · 不明 ${unknown}`,
            },
          ]}
        />
      </Card>
      <BatchDrawer batchId={opened} close={() => setOpened(null)} />
      {building && (
        <BuildDialog
          close={() => setBuilding(false)}
          built={(batchId) => {
            setBuilding(false)
            setOpened(batchId)
          }}
        />
      )}
    </>
  )
}

function State({ batch }: { batch: PayoutBatch }) {
  const left = stillNeeded(batch)
  return (
    <>
      <StateTag state={batchStates[batch.state]} />
      {batch.state === 'draft' && <Under>还要 {left} 位复核</Under>}
    </>
  )
}
