import type { TableProps } from 'antd'
import type { ReviewItem } from '#contract/review'
import { formatInstant } from '#values/days'
import { DueText, InstantText } from '../../components/DayText'
import { MaskedText } from '../../components/MaskedText'
import { MoneyText } from '../../components/MoneyText'
import { StateTag } from '../../components/StateTag'
import { Under } from '../../components/Under'
import { type Column, yuan } from '../../exports/column'
import { refusalWords } from './outcome-words'

/** `now` is the cloud's. */
export const columnsAt = (now: number): TableProps<ReviewItem>['columns'] => [
  {
    title: '权益',
    render: (_, { title, clause, needsReview, refusal }) => (
      <>
        {title}
        <Under>{needsReview === null ? clause : '给过之后资料有更新'}</Under>
        {refusal && <Under>{refusalWords[refusal]}</Under>}
      </>
    ),
  },
  {
    title: '客户',
    render: (_, { who, plate, branchName }) => (
      <>
        <MaskedText text={who} what="姓名" />
        {(plate || branchName) && <Under>{[plate, branchName].filter(Boolean).join('，')}</Under>}
      </>
    ),
  },
  { title: '金额', align: 'right', render: (_, { amountFen }) => <MoneyText of={amountFen} /> },
  { title: '风险', render: (_, { risk }) => <RiskTag risk={risk} /> },
  {
    title: '审核期限',
    render: (_, { reviewDueOn, since }) => (
      <>
        <DueText on={reviewDueOn} now={now} />
        <Under>
          <InstantText at={since} /> 进入
        </Under>
      </>
    ),
  },
]

export const exportedColumns: readonly Column<ReviewItem>[] = [
  { title: '权益', of: ({ title }) => title },
  { title: '条款', of: ({ clause }) => clause },
  { title: '客户（已脱敏）', of: ({ who }) => who },
  { title: '车牌（已脱敏）', of: ({ plate }) => plate },
  { title: '网点', of: ({ branchName }) => branchName },
  { title: '金额（元）', kind: 'yuan', of: ({ amountFen }) => yuan(amountFen) },
  { title: '风险分', kind: 'count', of: ({ risk }) => risk?.score ?? null },
  { title: '风险原因', of: ({ risk }) => risk?.reasons.join('；') ?? null },
  { title: '给过之后的更新', of: ({ needsReview }) => needsReview },
  { title: '进入待审核', of: ({ since }) => formatInstant(since, true) },
  { title: '审核期限', of: ({ reviewDueOn }) => reviewDueOn },
  { title: '是否逾期', of: ({ overdue }) => (overdue ? '逾期' : null) },
  { title: '承诺日期', of: ({ dueOn }) => dueOn },
  { title: '编号', of: ({ benefitId }) => benefitId },
]

/** The score beside its word; the reasons stand in the details. */
export function RiskTag({ risk }: Pick<ReviewItem, 'risk'>) {
  if (risk === null || risk.score === 0) return <StateTag state={{ word: '无', tone: 'quiet' }} />
  return <StateTag state={{ word: `${risk.score} 分`, tone: risk.score >= 60 ? 'bad' : 'warn' }} />
}
