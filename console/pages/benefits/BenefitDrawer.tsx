import { Drawer } from 'antd'
import { readBenefit } from '#contract/benefits'
import type { OutputOf } from '#contract/operation'
import { useReading } from '../../cloud/use-reading'
import { DayText, InstantText } from '../../components/DayText'
import { MoneyText } from '../../components/MoneyText'
import { FailureBlock } from '../../components/StateBlock'
import { StatementView } from '../../components/StatementView'
import { StateTag } from '../../components/StateTag'
import { WaitingRows } from '../../components/Waiting'
import { lineNames, statuses } from '../ledger-words'
import { nextStepOf } from './next-step'

type Read = OutputOf<typeof readBenefit>

/** One entry beside the list: what it waits for, how its amount came about, what became of it. */
export function BenefitDrawer({ benefitId, close }: { benefitId: string | null; close: () => void }) {
  return (
    <Drawer open={benefitId !== null} onClose={close} size={560} title="权益" destroyOnHidden>
      {benefitId !== null && <Entry benefitId={benefitId} />}
    </Drawer>
  )
}

function Entry({ benefitId }: { benefitId: string }) {
  const { reading, reload } = useReading(readBenefit, { benefitId })
  if (reading.status === 'loading') return <WaitingRows />
  if (reading.status === 'failed') return <FailureBlock failure={reading.failure} retry={reload} />
  const { item, statement, history } = reading.data
  return (
    <div className="ledger__entry">
      <header>
        <h2>{item.title}</h2>
        <p className="ledger__amount">
          <MoneyText of={item.amountFen} />
          <StateTag state={statuses[item.status]} />
        </p>
      </header>
      <p className="ledger__next">{nextStepOf(reading.data)}</p>
      <Facts read={reading.data} />
      <h3>金额怎么来的</h3>
      <StatementView lines={statement} />
      <h3>经过</h3>
      <ol className="ledger__history">
        {history.map(({ status, at, by, why }) => (
          <li key={`${status}-${at}`}>
            <StateTag state={statuses[status]} />
            <span>
              <InstantText at={at} /> · {by}
              {why && <small>{why}</small>}
            </span>
          </li>
        ))}
      </ol>
    </div>
  )
}

function Facts({ read: { item, expiresOn, termsVersion, risk } }: { read: Read }) {
  return (
    <dl className="ledger__facts">
      <dt>客户</dt>
      <dd>
        {item.who}
        {item.plate && ` · ${item.plate}`}
      </dd>
      <dt>网点</dt>
      <dd>{item.branchName ?? '不属于网点'}</dd>
      <dt>条款</dt>
      <dd>
        {item.clause}，第 {termsVersion} 版
      </dd>
      <dt>预算科目</dt>
      <dd>
        {lineNames[item.line]}，成本 <MoneyText of={item.costFen} />
      </dd>
      <dt>承诺日期</dt>
      <dd>
        <DayText on={item.dueOn} />
      </dd>
      {expiresOn && (
        <>
          <dt>使用期限</dt>
          <dd>
            <DayText on={expiresOn} />前
          </dd>
        </>
      )}
      {risk && (
        <>
          <dt>风险</dt>
          <dd>
            {risk.score} 分：{risk.reasons.join('、') || '没有异常'}
          </dd>
        </>
      )}
    </dl>
  )
}
