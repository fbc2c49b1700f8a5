import { Button } from 'antd'
import type { OutputOf } from '#contract/operation'
import type { listReviews, ReviewItem } from '#contract/review'
import type { Reading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import type { Paging } from '../../components/Turns'
import { columnsAt } from './columns'
import type { Verdict } from './DecideDialog'

interface QueueProps {
  reading: Reading<OutputOf<typeof listReviews>>
  reload: () => void
  paging: (next: string | null) => Paging
  /** Whether this person's role decides at all. */
  decides: boolean
  chosen: readonly ReviewItem[]
  choose: (benefitIds: readonly string[]) => void
  ask: (verdict: Verdict) => void
  open: (benefitId: string) => void
}

/** What waits, with what may be done with several at once. */
export function Queue({ reading, reload, paging, decides, chosen, choose, ask, open }: QueueProps) {
  const data = reading.status === 'ready' ? reading.data : null
  return (
    <Card inside="flush">
      <div className="review__bar">
        <p aria-live="polite">
          {data && `共 ${data.total} 笔`}
          {chosen.length > 0 && `，已选 ${chosen.length} 笔`}
        </p>
        {decides && (
          <div>
            <Button danger disabled={chosen.length === 0} onClick={() => ask('refuse')}>
              驳回所选
            </Button>
            <Button type="primary" disabled={chosen.length === 0} onClick={() => ask('approve')}>
              通过所选
            </Button>
          </div>
        )}
      </div>
      <DataTable
        label="待审核的权益"
        reading={reading.status === 'ready' ? { ...reading, data: reading.data.items } : reading}
        reload={reload}
        columns={columnsAt(data?.now ?? 0)}
        rowKey={({ benefitId }) => benefitId}
        empty={{ sentence: '没有等审核的权益，或没有符合这些条件的。' }}
        paging={paging(data?.next ?? null)}
        open={({ benefitId }) => open(benefitId)}
        {...(decides && {
          selection: {
            selectedRowKeys: chosen.map(({ benefitId }) => benefitId),
            onChange: (keys: readonly unknown[]) => choose(keys.map(String)),
            getCheckboxProps: ({ refusal, title, who }: ReviewItem) => ({
              disabled: refusal !== null,
              'aria-label': `选中 ${title}（${who}）`,
            }),
          },
        })}
      />
    </Card>
  )
}
