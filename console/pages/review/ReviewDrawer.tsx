import { Alert, Button, Drawer } from 'antd'
import { type ReviewItem, readReview } from '#contract/review'
import { useReading } from '../../cloud/use-reading'
import { DayText, InstantText } from '../../components/DayText'
import { MoneyText } from '../../components/MoneyText'
import { FailureBlock } from '../../components/StateBlock'
import { StatementView } from '../../components/StatementView'
import { StateTag } from '../../components/StateTag'
import { WaitingRows } from '../../components/Waiting'
import { statuses } from '../ledger-words'
import { refusalWords } from './outcome-words'

interface ReviewDrawerProps {
  benefitId: string | null
  /** Whether this person's role decides at all. */
  decides: boolean
  close: () => void
  approve: (item: ReviewItem) => void
  refuse: (item: ReviewItem) => void
}

/** One benefit with all that a decision rests on, and the two buttons. */
export function ReviewDrawer({ benefitId, close, ...rest }: ReviewDrawerProps) {
  return (
    <Drawer open={benefitId !== null} onClose={close} size={600} title="审核" destroyOnHidden>
      {benefitId !== null && <Details benefitId={benefitId} {...rest} />}
    </Drawer>
  )
}

type DetailsProps = Omit<ReviewDrawerProps, 'benefitId' | 'close'> & { benefitId: string }

function Details({ benefitId, decides, approve, refuse }: DetailsProps) {
  const { reading, reload } = useReading(readReview, { benefitId })
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  const { item, statement, evidence, history } = reading.data
  const { risk, needsReview, refusal } = item
  return (
    <div className="review__entry">
      <header>
        <h2>{item.title}</h2>
        <p className="review__amount">
          <MoneyText of={item.amountFen} />
          <StateTag state={statuses[item.status]} />
        </p>
        <p className="review__under">
          {item.clause} · 承诺 <DayText on={item.dueOn} /> 前给到客户
        </p>
      </header>
      {needsReview !== null && <Alert type="warning" showIcon title={needsReview} />}
      {risk && risk.reasons.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`风险 ${risk.score} 分，请逐条核对`}
          description={
            <ul className="review__reasons">
              {risk.reasons.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          }
        />
      )}
      <h3>金额怎么来的</h3>
      <StatementView lines={statement} />
      <h3>依据（已脱敏）</h3>
      <dl className="review__facts">
        {evidence.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h3>经过</h3>
      <ol className="review__history">
        {history.map(({ status, at, by, why }) => (
          <li key={`${status}-${at}-${why}`}>
            <StateTag state={statuses[status]} />
            <span>
              <InstantText at={at} /> · {by}
              {why && <small>{why}</small>}
            </span>
          </li>
        ))}
      </ol>
      {decides && (
        <footer className="review__deeds">
          {refusal === null ? (
            <>
              <Button danger onClick={() => refuse(item)}>
                {item.status === 'fulfilled' ? '收回' : '驳回'}
              </Button>
              <Button type="primary" onClick={() => approve(item)}>
                {needsReview !== null && item.status !== 'pending' ? '核对无误' : '通过'}
              </Button>
            </>
          ) : (
            <p>{refusalWords[refusal]}。</p>
          )}
        </footer>
      )}
    </div>
  )
}
