import { Steps } from 'antd'
import type { PayoutBatch } from '#contract/payout'
import { InstantText } from '../../components/DayText'
import { stillNeeded } from './words'

const order: readonly PayoutBatch['state'][] = ['building', 'draft', 'approved', 'released', 'reconciled']

/** Who built, approved and released it, and what is still to come. */
export function People({ batch }: { batch: PayoutBatch }) {
  const { state, built, approvals, released, cancelled } = batch
  const left = stillNeeded(batch)
  const at = Math.max(0, order.indexOf(state === 'cancelled' ? (approvals.length > 0 ? 'draft' : 'building') : state))
  return (
    <Steps
      size="small"
      orientation="vertical"
      current={at}
      {...(state === 'cancelled' && { status: 'error' as const })}
      items={[
        { title: `编制：${built.name}`, content: <InstantText at={built.at} /> },
        {
          title: left > 0 && !cancelled ? `复核：还要 ${left} 位` : '复核',
          content: approvals.map(({ name, at: when }) => (
            <div key={name}>
              {name} · <InstantText at={when} />
            </div>
          )),
        },
        {
          title: released ? `放行：${released.name}` : '等财务放行',
          content: released && <InstantText at={released.at} />,
        },
        {
          title: batch.way === 'bank-file' ? '银行结果' : '微信结果',
          content: released && `成功 ${batch.paid}，失败 ${batch.failed}，不明 ${batch.unknown}`,
        },
        ...(cancelled
          ? [
              {
                title: `撤销：${cancelled.name}`,
                content: (
                  <>
                    <InstantText at={cancelled.at} /> · {cancelled.why}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
