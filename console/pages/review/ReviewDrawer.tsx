import { Alert, Button, Drawer } from 'antd'
import type { OutputOf } from '#contract/operation'
import { type ReviewItem, readReview } from '#contract/review'
import { useReading } from '../../cloud/use-reading'
import { DayText, InstantText } from '../../components/DayText'
import { FailureBlock } from '../../components/StateBlock'
import { StatementView } from '../../components/StatementView'
import { WaitingRows } from '../../components/Waiting'
import { EntryFacts, EntryHistory, LedgerEntry } from '../LedgerEntry'
import { refusalWords } from './outcome-words'

interface ReviewDrawerProps {
  benefitId: string | null
  /** Whether this person's role decides at all. */
  decides: boolean
  close: () => void
  approve: (item: ReviewItem) => void
  refuse: (item: ReviewItem) => void
  takeBack: (item: ReviewItem) => void
}

/** One benefit with all that a decision rests on, and what this person may do now. */
export function ReviewDrawer({ benefitId, close, ...rest }: ReviewDrawerProps) {
  return (
    <Drawer open={benefitId !== null} onClose={close} size={600} title="审核" destroyOnHidden>
      {benefitId !== null && <Details benefitId={benefitId} {...rest} />}
    </Drawer>
  )
}

type DetailsProps = Omit<ReviewDrawerProps, 'benefitId' | 'close'> & { benefitId: string }

function Details({ benefitId, decides, ...deeds }: DetailsProps) {
  const { reading, reload } = useReading(readReview, { benefitId })
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  const { item, statement, evidence, history } = reading.data
  const { risk, needsReview } = item
  return (
    <LedgerEntry
      {...item}
      under={
        <>
          {item.clause}
          {item.dueOn && (
            <>
              {' '}
              · 承诺 <DayText on={item.dueOn} />
              前给到客户
            </>
          )}
        </>
      }
    >
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
      <EntryFacts facts={evidence} />
      <h3>经过</h3>
      <EntryHistory steps={history} />
      {decides && <Deeds read={reading.data} {...deeds} />}
    </LedgerEntry>
  )
}

type DeedsProps = Pick<ReviewDrawerProps, 'approve' | 'refuse' | 'takeBack'> & { read: OutputOf<typeof readReview> }

function Deeds({ read: { item, takeBackUntilAt }, approve, refuse, takeBack }: DeedsProps) {
  const { needsReview, refusal, status } = item
  if (takeBackUntilAt !== null) {
    return (
      <footer className="review__deeds">
        <p>
          您的决定，到 <InstantText at={takeBackUntilAt} /> 前可以撤回。
        </p>
        <Button danger onClick={() => takeBack(item)}>
          撤回决定
        </Button>
      </footer>
    )
  }
  return (
    <footer className="review__deeds">
      {refusal === null ? (
        <>
          <Button danger onClick={() => refuse(item)}>
            {status === 'fulfilled' ? '收回' : '驳回'}
          </Button>
          <Button type="primary" onClick={() => approve(item)}>
            {needsReview !== null && status !== 'pending' ? '核对无误' : '通过'}
          </Button>
        </>
      ) : (
        <p>{refusalWords[refusal]}。</p>
      )}
    </footer>
  )
}
