import { Alert, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import { previewReviews, type ReviewItem } from '#contract/review'
import type { Result } from '../../cloud/call'
import { useReading } from '../../cloud/use-reading'
import { MoneyText } from '../../components/MoneyText'
import { FailureBlock } from '../../components/StateBlock'
import { WaitingBlock } from '../../components/Waiting'
import '../../components/ReasonDialog.css'

export type Verdict = 'approve' | 'refuse'

const usual: Readonly<Record<Verdict, readonly string[]>> = {
  approve: ['资料核对无误', '已电话核实'],
  refuse: ['行驶证与保单车辆不一致', '收款账户不是投保人本人', '资料不全，请补充后联系网点'],
}
const deeds: Readonly<Record<Verdict, string>> = { approve: '通过', refuse: '驳回' }

interface DecideDialogProps {
  items: readonly ReviewItem[]
  verdict: Verdict
  act: (reason: string) => Promise<Result<unknown>>
  close: () => void
}

/** Before several are decided at once, or one is refused: how many, how much, what is left out and why; and the reason. */
export function DecideDialog({ items, verdict, act, close }: DecideDialogProps) {
  const [reason, setReason] = useState(verdict === 'approve' ? (usual.approve[0] ?? '') : '')
  const [problem, setProblem] = useState<string | null>(null)
  const [acting, setActing] = useState(false)
  const field = useId()
  const chosen = items.map(({ benefitId, version }) => ({ benefitId, version }))
  const { reading, reload } = useReading(previewReviews, { items: chosen, verdict })
  const count = reading.status === 'ready' ? reading.data.count : null
  const confirm = async () => {
    if (reason.trim().length < 4) return setProblem('请写明原因，至少 4 个字。')
    setActing(true)
    const result = await act(reason.trim())
    setActing(false)
    if (!result.ok) setProblem(result.message)
  }
  return (
    <Modal
      open
      title={`${deeds[verdict]} ${count ?? items.length} 笔权益`}
      okText={deeds[verdict]}
      okButtonProps={{ danger: verdict === 'refuse', disabled: count === 0 }}
      cancelText="取消"
      confirmLoading={acting}
      onOk={() => void confirm()}
      onCancel={close}
      mask={{ closable: false }}
    >
      {reading.status === 'loading' && <WaitingBlock height={96} />}
      {reading.status === 'failed' && <FailureBlock failure={reading.failure} retry={reload} />}
      {reading.status === 'ready' && (
        <>
          <p>
            共 {reading.data.count} 笔，合计 <MoneyText of={reading.data.sumFen} />。
            {verdict === 'refuse' ? '客户会看到下面的原因。' : '通过后进入打款或发放。'}十分钟内可以撤回。
          </p>
          <ul className="review__groups">
            {reading.data.groups.map(({ title, count: many, sumFen }) => (
              <li key={title}>
                <span>
                  {title} × {many}
                </span>
                <MoneyText of={sumFen} />
              </li>
            ))}
          </ul>
          {reading.data.skipped.length > 0 && (
            <Alert
              type="warning"
              showIcon
              title={`${reading.data.skipped.length} 笔会跳过`}
              description={reading.data.skipped.map(({ benefitId, title, who, why }) => (
                <div key={benefitId}>
                  {title}（{who}）：{why}
                </div>
              ))}
            />
          )}
        </>
      )}
      <label htmlFor={field} className="reason-dialog__label">
        {verdict === 'refuse' ? '原因（客户会看到，也会被记录）' : '依据（会被记录）'}
      </label>
      <Input.TextArea
        id={field}
        rows={3}
        maxLength={200}
        showCount
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <div className="reason-dialog__usual">
        {usual[verdict].map((text) => (
          <button key={text} type="button" onClick={() => setReason(text)}>
            {text}
          </button>
        ))}
      </div>
      {problem && <Alert className="reason-dialog__problem" type="error" showIcon title={problem} role="alert" />}
    </Modal>
  )
}
