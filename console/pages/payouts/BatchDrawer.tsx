import { Drawer, Table } from 'antd'
import { readPayout } from '#contract/payout'
import { useReading } from '../../cloud/use-reading'
import { MaskedText } from '../../components/MaskedText'
import { MoneyText } from '../../components/MoneyText'
import { FailureBlock } from '../../components/StateBlock'
import { StateTag } from '../../components/StateTag'
import { Under } from '../../components/Under'
import { WaitingRows } from '../../components/Waiting'
import { AgainNotice, AgainTag } from './Again'
import { BatchDeeds } from './BatchDeeds'
import { FailLine } from './FailLine'
import { People } from './People'
import { Totals } from './Totals'
import { batchStates, lineState, wayWords } from './words'

/** One batch: totals and hash, who did what, its lines with what the bank said, and what may be done now. */
export function BatchDrawer({ batchId, close }: { batchId: string | null; close: () => void }) {
  return (
    <Drawer open={batchId !== null} onClose={close} size={840} title={`打款批次 ${batchId ?? ''}`} destroyOnHidden>
      {batchId !== null && <Batch batchId={batchId} />}
    </Drawer>
  )
}

function Batch({ batchId }: { batchId: string }) {
  const { reading, reload } = useReading(readPayout, { batchId })
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  const { batch, lines } = reading.data
  return (
    <div className="payouts__batch">
      <header>
        <StateTag state={batchStates[batch.state]} /> {wayWords[batch.way]}
        <Totals {...batch} />
        <p className="payouts__hash">批次校验值 {batch.hash}</p>
        {batch.fileHash !== null && <p className="payouts__hash">文件校验值 {batch.fileHash}</p>}
      </header>
      <AgainNotice lines={lines} />
      <BatchDeeds batch={batch} />
      <People batch={batch} />
      <Table
        aria-label="批次明细"
        dataSource={lines}
        rowKey={({ number }) => number}
        pagination={false}
        size="small"
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '序号', dataIndex: 'number' },
          { title: '收款人', render: (_, { who }) => <MaskedText text={who} what="姓名" /> },
          {
            title: '账户',
            render: (_, { account, again }) => (
              <>
                {account} <AgainTag again={again} />
              </>
            ),
          },
          { title: '税前', align: 'right', render: (_, { grossFen }) => <MoneyText of={grossFen} /> },
          { title: '扣税', align: 'right', render: (_, { withheldFen }) => <MoneyText of={withheldFen} /> },
          { title: '实付', align: 'right', render: (_, { netFen }) => <MoneyText of={netFen} /> },
          {
            title: '结果',
            render: (_, { number, state, said, mayFail }) => (
              <>
                <StateTag state={lineState(state, batch.way)} />
                {said && <Under>{said}</Under>}
                {mayFail && <FailLine batchId={batchId} number={number} />}
              </>
            ),
          },
        ]}
      />
    </div>
  )
}
