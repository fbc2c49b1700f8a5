import { Alert, Button, Segmented } from 'antd'
import { useState } from 'react'
import { listReviews, type ReviewItem } from '#contract/review'
import { call } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { ExportButton } from '../../components/ExportButton'
import { PageHeader } from '../../components/PageHeader'
import { ReasonDialog } from '../../components/ReasonDialog'
import { UndoToast } from '../../components/UndoToast'
import { useAddress } from '../../components/use-address'
import { usePages } from '../../components/use-pages'
import { useMe } from '../../shell/me'
import { exportedColumns } from './columns'
import { DecideDialog, type Verdict } from './DecideDialog'
import { filterOf, wordsOf } from './filter'
import { KeyHelp } from './KeyHelp'
import { OwnDecisions } from './OwnDecisions'
import { Queue } from './Queue'
import { ReviewDrawer } from './ReviewDrawer'
import { ReviewFilters } from './ReviewFilters'
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
  const { address, choose, clear } = useAddress()
  const filter = filterOf(address)
  const own = decides && address.get('list') === 'own'
  const [opened, setOpened] = useState<string | null>(null)
  const [selected, setSelected] = useState<readonly string[]>([])
  const [asked, setAsked] = useState<{ items: readonly ReviewItem[]; verdict: Verdict } | null>(null)
  const [back, setBack] = useState<ReviewItem | null>(null)
  const [helping, setHelping] = useState(false)
  const { cursor, paging } = usePages(address.toString())
  const { reading, reload } = useReading(listReviews, { ...filter, cursor })
  const { run, takeBack, acting, decided, forget, problem, dismiss } = useDecisions()

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
        actions={
          <>
            <Button onClick={() => setHelping(true)}>键盘操作 ?</Button>
            {data && !own && (
              <ExportButton
                list="review"
                filters={wordsOf(filter, data.branches)}
                columns={exportedColumns}
                readPage={async (from) => {
                  const page = await call(listReviews, { ...filter, cursor: from })
                  if (!page.ok) return page
                  const { items: rows, next, total } = page.data
                  return { ok: true, data: { rows, next, total } }
                }}
              />
            )}
          </>
        }
      />
      {decides && (
        <Segmented
          className="review__which"
          aria-label="哪一份"
          value={own}
          onChange={(value) => choose('list', value ? 'own' : undefined)}
          options={[
            { value: false, label: '待审核' },
            { value: true, label: '我刚决定的' },
          ]}
        />
      )}
      {problem && (
        <Alert className="review__problem" type="warning" showIcon closable={{ onClose: dismiss }} title={problem} />
      )}
      {own ? (
        <OwnDecisions open={setOpened} />
      ) : (
        <>
          <ReviewFilters
            filter={filter}
            branches={data?.branches ?? []}
            overdueTotal={data?.overdueTotal ?? 0}
            choose={choose}
            clear={clear}
          />
          <Queue
            reading={reading}
            reload={reload}
            paging={paging}
            decides={decides}
            chosen={chosen}
            choose={setSelected}
            ask={(verdict) => setAsked({ items: chosen, verdict })}
            open={setOpened}
          />
        </>
      )}
      <ReviewDrawer
        benefitId={opened}
        decides={decides}
        close={() => setOpened(null)}
        approve={approveOne}
        refuse={refuseOne}
        takeBack={(item) => {
          setOpened(null)
          setBack(item)
        }}
      />
      {back && (
        <ReasonDialog
          open
          title={`撤回对“${back.title}”的决定`}
          effect="这笔回到待审核，可以重新决定；客户看到它又在等审核。"
          deed="撤回决定"
          usual={['点错了，重新审', '资料要再核实一次']}
          act={(reason) => takeBack([back], reason)}
          done={() => setBack(null)}
          cancel={() => setBack(null)}
        />
      )}
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
          undo={() => void takeBack(decided.items)}
          over={forget}
        />
      )}
    </>
  )
}
