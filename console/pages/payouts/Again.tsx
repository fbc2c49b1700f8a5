import { Alert } from 'antd'
import type { OutputOf } from '#contract/operation'
import type { readPayout } from '#contract/payout'
import { StateTag } from '../../components/StateTag'
import { againWords } from './words'

type PaidBefore = Pick<OutputOf<typeof readPayout>['lines'][number], 'again'>

/** Beside a payment that failed before: whoever approves must see it. */
export function AgainTag({ again }: PaidBefore) {
  return again && <StateTag state={{ word: againWords(again), tone: 'warn' }} />
}

/** Above payments of which some failed before. */
export function AgainNotice({ lines }: { lines: readonly PaidBefore[] }) {
  const count = lines.filter(({ again }) => again !== null).length
  return (
    count > 0 && (
      <Alert
        type="warning"
        showIcon
        title={`有 ${count} 笔先前付过、银行说没有付成`}
        description="请先在银行流水里核对上次确实没有到账，再复核。"
      />
    )
  )
}
