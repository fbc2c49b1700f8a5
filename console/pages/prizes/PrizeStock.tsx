import { Alert, Table } from 'antd'
import type { OutputOf } from '#contract/operation'
import type { readPrizeOverview } from '#contract/prize-lists'
import { Card } from '../../components/Card'
import { InstantText } from '../../components/DayText'
import { type StateShown, StateTag } from '../../components/StateTag'
import { Under } from '../../components/Under'

const balanced: StateShown = { word: '对得上', tone: 'good' }
const unbalanced: StateShown = { word: '对不上', tone: 'bad' }

type Overview = OutputOf<typeof readPrizeOverview>

/** Each prize: what was won and is left, what waits where, and whether all of it adds up. */
export function PrizeStock({ prizes, reconciledAt }: Overview) {
  return (
    <Card
      title="库存与进度"
      inside="flush"
      extra={
        reconciledAt === null ? null : (
          <span className="prizes__hint">
            对账 <InstantText at={reconciledAt} />
          </span>
        )
      }
    >
      {prizes.some(({ holds }) => !holds) && (
        <Alert type="error" banner title="有奖品的库存对不上：请先到“开关”停发这种奖品，再查原因。" role="alert" />
      )}
      <Table
        aria-label="每种奖品的库存与进度"
        dataSource={prizes}
        rowKey="prizeId"
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: '奖品', render: (_, { name, codes }) => <Name name={name} codes={codes} /> },
          { title: '总数', dataIndex: 'quantity', align: 'right' },
          { title: '已中', dataIndex: 'won', align: 'right' },
          { title: '退回', dataIndex: 'returned', align: 'right' },
          { title: '剩余', dataIndex: 'left', align: 'right' },
          {
            title: '对账',
            render: (_, { holds }) => <StateTag state={holds ? balanced : unbalanced} />,
          },
          { title: '等客户', render: (_, { waiting }) => waiting.customer, align: 'right' },
          { title: '待核实', render: (_, { waiting }) => waiting.review, align: 'right' },
          { title: '待发放', render: (_, { waiting }) => waiting.handOver, align: 'right' },
          { title: '已发放', dataIndex: 'handedOver', align: 'right' },
          {
            title: '逾期',
            align: 'right',
            render: (_, { overdue }) =>
              overdue === 0 ? '0' : <StateTag state={{ word: `${overdue} 件`, tone: 'bad' }} />,
          },
        ]}
      />
    </Card>
  )
}

/** With what is left of its codes, where it is a coupon. */
function Name({ name, codes }: Pick<Overview['prizes'][number], 'name' | 'codes'>) {
  if (codes === null) return name
  const { free, uploaded, missing } = codes
  return (
    <>
      {name}
      <Under>
        券码剩 {free}，传过 {uploaded} {missing > 0 && <StateTag state={{ word: `还差 ${missing} 个`, tone: 'bad' }} />}
      </Under>
    </>
  )
}
