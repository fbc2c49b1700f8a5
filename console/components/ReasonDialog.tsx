import { Alert, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Result } from '../cloud/call'
import './ReasonDialog.css'

interface ReasonDialogProps {
  open: boolean
  /** Names the object and the deed: 驳回 3 笔权益. */
  title: string
  /** What it effects: 客户会收到原因，权益回到待处理。 */
  effect: string
  /** What stands on the button: 驳回. */
  deed: string
  /** Reasons that are often given; a press fills the field. */
  usual?: readonly string[]
  /** Shortest reason that says something. */
  atLeast?: number
  act: (reason: string) => Promise<Result<unknown>>
  done: () => void
  cancel: () => void
}

/** Before what cannot be undone: says the effect and asks why. What was typed stays when it fails. */
export function ReasonDialog({
  open,
  title,
  effect,
  deed,
  usual = [],
  atLeast = 4,
  act,
  done,
  cancel,
}: ReasonDialogProps) {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [acting, setActing] = useState(false)
  const field = useId()
  const confirm = async () => {
    if (reason.trim().length < atLeast) return setProblem(`请写明原因，至少 ${atLeast} 个字。`)
    setActing(true)
    const result = await act(reason.trim())
    setActing(false)
    if (!result.ok) return setProblem(result.problems.reason ?? result.message)
    setReason('')
    setProblem(null)
    done()
  }
  return (
    <Modal
      open={open}
      title={title}
      okText={deed}
      okButtonProps={{ danger: true }}
      cancelText="取消"
      confirmLoading={acting}
      onOk={() => void confirm()}
      onCancel={cancel}
      mask={{ closable: false }}
    >
      <p>{effect}</p>
      <label htmlFor={field} className="reason-dialog__label">
        原因（会被记录）
      </label>
      <Input.TextArea
        id={field}
        rows={3}
        maxLength={200}
        showCount
        value={reason}
        aria-invalid={problem !== null}
        onChange={({ target }) => setReason(target.value)}
      />
      {usual.length > 0 && (
        <div className="reason-dialog__usual">
          {usual.map((text) => (
            <button key={text} type="button" onClick={() => setReason(text)}>
              {text}
            </button>
          ))}
        </div>
      )}
      {problem && <Alert className="reason-dialog__problem" type="error" showIcon title={problem} role="alert" />}
    </Modal>
  )
}
