import { Alert, Button } from 'antd'
import { useState } from 'react'
import { listReviews, type ReviewItem } from '#contract/review'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { PageHeader } from '../../components/PageHeader'
import { UndoToast } from '../../components/UndoToast'
import { usePages } from '../../components/use-pages'
import { useMe } from '../../shell/me'
import { columnsAt } from './columns'
import { DecideDialog, type Verdict } from './DecideDialog'
import { KeyHelp } from './KeyHelp'
import { ReviewDrawer } from './ReviewDrawer'
import { type ReviewFilter, ReviewFilters } from './ReviewFilters'
import { useDecisions } from './use-decisions'
import { useKeys } from './use-keys'
import './review.css'

/** How long the way back stands on the screen, s; the cloud takes a decision back for ten minutes. */
const UNDO_SECONDS = 30
const APPROVED = '资料核对无误'

/** 待审核: the longest waiting first; one by one, by the keyboard, or many at once. */
export default function Review() {
  const { role } = useMe()
  const decides = role === 'reviewer'
  const [filter, setFilter] = useState<ReviewFilter>({ risky: false, overdue: false })
  const [opened, setOpened] = useState<string | null>(null)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<{ items: readonly ReviewItem[]; verdict: Verdict } | null>(null)
  const [helping, setHelping] = useState(false)
  const { cursor, paging } = usePages(JSON.stringify(filter))
  const { reading, reload } = useReading(listReviews, { ...filter, cursor })
  const { run, undo, acting, decided, forget, problem, dismiss } = useDecisions()

  const data = reading.status === 'ready' ? reading.data : null
  const items = data?.items ?? []
  const mayDecide = (benefitId: string) =>
    decides ? items.find((item) => item.benefitId === benefitId && item.refusal === null) : undefined
  const chosen = items.filter(({ benefitId }) => selected.includes(benefitId))

  const approveOne = (item: ReviewItem) => {
    setOpened(null)
    void run([item], 'approve', APPROVED)
  }
  const refuseOne = (item: ReviewItem) => {
    setOpened(null)
    setAsked({ items: [item], verdict: 'refuse' })
  }
  useKeys({
    approve: (id) => {
      const item = mayDecide(id)
      if (item && !acting) approveOne(item)
    },
    refuse: (id) => {
      const item = mayDecide(id)
      if (item) refuseOne(item)
    },
    select: (id) => {
      if (mayDecide(id)) setSelected((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]))
    },
    help: () => setHelping(true),
  })

  return (
    <>
      <PageHeader
        title="待审核"
        about="等得最久的在前。通过后进入打款或发放，驳回的原因客户会看到；决定后十分钟内可以撤回。"
        actions={<Button onClick={() => setHelping(true)}>键盘操作 ?</Button>}
      />
      <ReviewFilters
        filter={filter}
        branches={data?.branches ?? []}
        overdueTotal={data?.overdueTotal ?? 0}
        choose={setFilter}
      />
      {problem && (
        <Alert className="review__problem" type="warning" showIcon closable={{ onClose: dismiss }} title={problem} />
      )}
      <Card inside="flush">
        <div className="review__bar">
          <p aria-live="polite">
            {data && `共 ${data.total} 笔`}
            {chosen.length > 0 && `，已选 ${chosen.length} 笔`}
          </p>
          {decides && (
            <div>
              <Button
                danger
                disabled={chosen.length === 0}
                onClick={() => setAsked({ items: chosen, verdict: 'refuse' })}
              >
                驳回所选
              </Button>
              <Button
                type="primary"
                disabled={chosen.length === 0}
                onClick={() => setAsked({ items: chosen, verdict: 'approve' })}
              >
                通过所选
              </Button>
            </div>
          )}
        </div>
        <DataTable
          label="待审核的权益"
          reading={reading.status === 'ready' ? { ...reading, data: items } : reading}
          reload={reload}
          columns={columnsAt(data?.now ?? 0)}
          rowKey={({ benefitId }) => benefitId}
          empty={{ sentence: '没有等审核的权益，或没有符合这些条件的。' }}
          paging={paging(data?.next ?? null)}
          open={({ benefitId }) => setOpened(benefitId)}
          {...(decides && {
            selection: {
              selectedRowKeys: chosen.map(({ benefitId }) => benefitId),
              onChange: (keys: readonly unknown[]) => setSelected(keys.map(String)),
              getCheckboxProps: ({ refusal, title, who }: ReviewItem) => ({
                disabled: refusal !== null,
                'aria-label': `选中 ${title}（${who}）`,
              }),
            },
          })}
        />
      </Card>
      <ReviewDrawer
        benefitId={opened}
        decides={decides}
        close={() => setOpened(null)}
        approve={approveOne}
        refuse={refuseOne}
      />
      {asked && (
        <DecideDialog
          {...asked}
          close={() => setAsked(null)}
          act={async (reason) => {
            const result = await run(asked.items, asked.verdict, reason)
            if (result.ok) {
              setAsked(null)
              setSelected([])
            }
            return result
          }}
        />
      )}
      <KeyHelp open={helping} close={() => setHelping(false)} />
      {decided && (
        <UndoToast
          key={decided.items.map(({ benefitId }) => benefitId).join()}
          said={decided.said}
          seconds={UNDO_SECONDS}
          undo={() => void undo()}
          over={forget}
        />
      )}
    </>
  )
}
