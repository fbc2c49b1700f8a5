import type { TableProps } from 'antd'
import { listOwnDecisions, type OwnDecision } from '#contract/review'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { InstantText } from '../../components/DayText'
import { MaskedText } from '../../components/MaskedText'
import { MoneyText } from '../../components/MoneyText'
import { StateTag } from '../../components/StateTag'
import { Under } from '../../components/Under'
import { statuses } from '../ledger-words'

const columns: TableProps<OwnDecision>['columns'] = [
  {
    title: '权益',
    render: (_, { title, clause }) => (
      <>
        {title}
        <Under>{clause}</Under>
      </>
    ),
  },
  { title: '客户', render: (_, { who }) => <MaskedText text={who} what="姓名" /> },
  { title: '网点', render: (_, { branchName }) => branchName ?? '—' },
  { title: '金额', align: 'right', render: (_, { amountFen }) => <MoneyText of={amountFen} /> },
  { title: '您的决定', render: (_, { status }) => <StateTag state={statuses[status]} /> },
  { title: '撤回截止', render: (_, { takeBackUntilAt }) => <InstantText at={takeBackUntilAt} /> },
]

/** 我刚决定的: what this person decided in the last ten minutes and may still take back; a row opens it. */
export function OwnDecisions({ open }: { open: (benefitId: string) => void }) {
  const { reading, reload } = useReading(listOwnDecisions, {})
  return (
    <Card inside="flush">
      <DataTable
        label="我刚决定的权益"
        reading={reading.status === 'ready' ? { ...reading, data: reading.data.items } : reading}
        reload={reload}
        columns={columns}
        rowKey={({ benefitId }) => benefitId}
        empty={{ sentence: '十分钟内您没有做过决定，或者都不能再撤回了。' }}
        open={({ benefitId }) => open(benefitId)}
      />
    </Card>
  )
}
