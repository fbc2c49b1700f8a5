import { Alert, Button, Input, Radio } from 'antd'
import { useId, useRef, useState } from 'react'
import { listLeads, noteCall } from '#contract/lead-desk'
import { type CallOutcome, callOutcomes, MOST_TRIES } from '#values/call-outcomes'
import { newRequestKey } from '../../cloud/request-key'
import { useActing } from '../../cloud/use-acting'
import { choicesOf } from '../../components/Filters'

/** 登记联系: what came of a call. Nobody reached, and the booking stays on the list. */
export function NoteCall({ leadId, done }: { leadId: string; done: () => void }) {
  const { act, acting } = useActing(noteCall, [listLeads])
  const [outcome, setOutcome] = useState<CallOutcome | null>(null)
  const [note, setNote] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  // The same key when it is pressed again after a lost answer: noted once.
  const requestKey = useRef(newRequestKey())
  const field = useId()
  const save = async () => {
    if (outcome === null) return setProblem('请选择联系的结果。')
    const result = await act({ leadId, outcome, note, requestKey: requestKey.current })
    if (result.ok) return done()
    setProblem(result.problems.note ?? result.message)
  }
  return (
    <div className="leads__note">
      <h3>登记联系</h3>
      <Radio.Group
        aria-label="联系的结果"
        value={outcome}
        options={choicesOf(callOutcomes)}
        onChange={({ target }) => {
          setOutcome(target.value)
          setProblem(null)
        }}
      />
      <label htmlFor={field}>备注（可以不填；不要写号码、车牌）</label>
      <Input.TextArea
        id={field}
        rows={2}
        maxLength={100}
        showCount
        value={note}
        onChange={({ target }) => setNote(target.value)}
      />
      <p className="leads__none">没有接通的仍在待联系里，可以再打；{MOST_TRIES} 次都没有接通就到此为止。</p>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Button type="primary" loading={acting} onClick={() => void save()}>
        登记
      </Button>
    </div>
  )
}
