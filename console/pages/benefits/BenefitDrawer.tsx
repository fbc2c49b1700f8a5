import { Drawer } from 'antd'
import { readBenefit } from '#contract/benefits'
import type { OutputOf } from '#contract/operation'
import { useReading } from '../../cloud/use-reading'
import { DayText } from '../../components/DayText'
import { MoneyText } from '../../components/MoneyText'
import { FailureBlock } from '../../components/StateBlock'
import { StatementView } from '../../components/StatementView'
import { WaitingRows } from '../../components/Waiting'
import { EntryFacts, EntryHistory, LedgerEntry } from '../LedgerEntry'
import { lineNames } from '../ledger-words'
import { nextStepOf } from './next-step'

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
    <LedgerEntry {...item}>
      <p className="ledger__next">{nextStepOf(reading.data)}</p>
      <EntryFacts facts={factsOf(reading.data)} />
      <h3>金额怎么来的</h3>
      <StatementView lines={statement} />
      <h3>经过</h3>
      <EntryHistory steps={history} />
    </LedgerEntry>
  )
}

const factsOf = ({ item, expiresOn, termsVersion, risk }: OutputOf<typeof readBenefit>) => [
  { label: '客户', value: [item.who, item.plate].filter(Boolean).join(' · ') },
  { label: '网点', value: item.branchName ?? '不属于网点' },
  { label: '条款', value: `${item.clause}，第 ${termsVersion} 版` },
  {
    label: '预算科目',
    value: (
      <>
        {lineNames[item.line]}，成本 <MoneyText of={item.costFen} />
      </>
    ),
  },
  { label: '承诺日期', value: <DayText on={item.dueOn} /> },
  ...(expiresOn
    ? [
        {
          label: '使用期限',
          value: (
            <>
              <DayText on={expiresOn} />前
            </>
          ),
        },
      ]
    : []),
  ...(risk ? [{ label: '风险', value: `${risk.score} 分：${risk.reasons.join('、') || '没有异常'}` }] : []),
]
