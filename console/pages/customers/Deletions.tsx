import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { type DeletionRow, listDeletions, proposeDeletion } from '#contract/customers'
import type { OutputOf } from '#contract/operation'
import { listProposals } from '#contract/proposals'
import { call } from '../../cloud/call'
import { newRequestKey } from '../../cloud/request-key'
import { useActing } from '../../cloud/use-acting'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DueText, InstantText } from '../../components/DayText'
import { ExportButton } from '../../components/ExportButton'
import { ReasonDialog } from '../../components/ReasonDialog'
import { EmptyBlock, FailureBlock } from '../../components/StateBlock'
import { StateTag } from '../../components/StateTag'
import { Turns } from '../../components/Turns'
import { usePages } from '../../components/use-pages'
import { WaitingRows } from '../../components/Waiting'
import { exportedDeletions } from './exported'

type Request = OutputOf<typeof listDeletions>['requests'][number]

/** 删除申请: what goes, what the law keeps until when; carried out once a second person agrees. */
export function Deletions() {
  const [done, setDone] = useState(false)
  const [asked, ask] = useState<{ request: Request; requestKey: string } | null>(null)
  const { cursor, paging } = usePages(String(done))
  const { reading, reload } = useReading(listDeletions, { done, cursor })
  const { act } = useActing(proposeDeletion, [listDeletions, listProposals])
  return (
    <>
      <div className="customers__which">
        <Segmented
          aria-label="哪些申请"
          value={done}
          onChange={setDone}
          options={[
            { value: false, label: '待处理' },
            { value: true, label: '已处理' },
          ]}
        />
        <ExportButton
          list="customers"
          filters={`删除申请：${done ? '已处理' : '待处理'}`}
          columns={exportedDeletions}
          readPage={async (from) => {
            const read = await call(listDeletions, { done, cursor: from })
            return read.ok ? { ok: true, data: { rows: read.data.requests, next: read.data.next } } : read
          }}
        />
      </div>
      {reading.status === 'loading' && <WaitingRows />}
      {reading.status === 'failed' && <FailureBlock failure={reading.failure} retry={reload} />}
      {reading.status === 'ready' && reading.data.requests.length === 0 && (
        <Card>
          <EmptyBlock sentence={done ? '还没有处理过的申请。' : '没有待处理的删除申请。'} />
        </Card>
      )}
      {reading.status === 'ready' &&
        reading.data.requests.map((request) => (
          <Card
            key={request.account}
            title={request.name ?? `编号 ${request.account}`}
            extra={<State of={request} now={reading.data.now} />}
          >
            <p>
              <InstantText at={request.requestedAt} /> 提出
              {request.doneAt !== null && (
                <>
                  ，<InstantText at={request.doneAt} /> 处理完
                </>
              )}
            </p>
            <Plan rows={request.plan} />
            {request.state === 'requested' && (
              <Button type="primary" onClick={() => ask({ request, requestKey: newRequestKey() })}>
                提出删除
              </Button>
            )}
            {request.state === 'proposed' && (
              <p>
                已经提出，等另一个人在<a href="#/staff?tab=proposals">“两人决定”</a>里同意。
              </p>
            )}
          </Card>
        ))}
      {reading.status === 'ready' && <Turns {...paging(reading.data.next)} />}
      {asked && (
        <ReasonDialog
          open
          title="提出删除个人信息"
          effect="另一个人同意后，上面写明删的立即删除，不能恢复；依法保留的留到期。客户在“我的信息”里看到结果。"
          deed="提出"
          usual={['客户本人申请', '客户书面要求']}
          act={(reason) => act({ account: asked.request.account, reason, requestKey: asked.requestKey })}
          done={() => ask(null)}
          cancel={() => ask(null)}
        />
      )}
    </>
  )
}

function State({ of: { state, dueOn }, now }: { of: Request; now: number }) {
  if (state === 'done') return <StateTag state={{ word: '已处理', tone: 'good' }} />
  return (
    <span>
      最晚 <DueText on={dueOn} now={now} />
    </span>
  )
}

function Plan({ rows }: { rows: readonly DeletionRow[] }) {
  return (
    <ul className="customers__plan">
      {rows.map((row) => (
        <li key={row.what}>
          <StateTag state={row.delete ? { word: '删除', tone: 'bad' } : { word: '保留', tone: 'quiet' }} />
          <b>{row.what}</b>
          <span>
            {row.why}
            {row.until && `，到 ${row.until}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
