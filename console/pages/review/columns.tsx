import type { TableProps } from 'antd'
import type { ReviewItem } from '#contract/review'
import { DueText, InstantText } from '../../components/DayText'
import { MaskedText } from '../../components/MaskedText'
import { MoneyText } from '../../components/MoneyText'
import { StateTag } from '../../components/StateTag'
import { refusalWords } from './outcome-words'

/** `now` is the cloud's. */
export const columnsAt = (now: number): TableProps<ReviewItem>['columns'] => [
  {
    title: '权益',
    render: (_, { title, clause, needsReview }) => (
      <>
        {title}
        <small className="review__under">{needsReview === null ? clause : '给过之后资料有更新'}</small>
      </>
    ),
  },
  {
    title: '客户',
    render: (_, { who, plate }) => (
      <>
        <MaskedText text={who} what="姓名" />
        {plate && <small className="review__under">{plate}</small>}
      </>
    ),
  },
  { title: '网点', render: (_, { branchName }) => branchName ?? '—' },
  { title: '金额', align: 'right', render: (_, { amountFen }) => <MoneyText of={amountFen} /> },
  { title: '风险', render: (_, { risk }) => <RiskTag risk={risk} /> },
  { title: '进入待审核', render: (_, { since }) => <InstantText at={since} /> },
  { title: '审核期限', render: (_, { reviewDueOn }) => <DueText on={reviewDueOn} now={now} /> },
  {
    title: '能否审核',
    render: (_, { refusal }) => (refusal === null ? '可以' : <small>{refusalWords[refusal]}</small>),
  },
]

/** The score beside its word; the reasons stand in the details. */
export function RiskTag({ risk }: Pick<ReviewItem, 'risk'>) {
  if (risk === null || risk.score === 0) return <StateTag state={{ word: '无', tone: 'quiet' }} />
  return <StateTag state={{ word: `${risk.score} 分`, tone: risk.score >= 60 ? 'bad' : 'warn' }} />
}
