import { Alert, Button, Input, Upload } from 'antd'
import { useId, useState } from 'react'
import type { LineProblem } from '#contract/prize-sending'
import type { Result } from '../../cloud/call'

/** What an upload came to, or would come to. */
export interface Uploaded {
  lines: number
  fresh: number
  known: number
  problems: LineProblem[]
}

interface UploadListProps {
  /** What a line is: 券码, 快递. */
  unit: string
  hint: string
  upload: (text: string, preview: boolean) => Promise<Result<Uploaded>>
}

/** A list from a file or typed in: first what it would do, line by line where it is wrong, then doing it. */
export function UploadList({ unit, hint, upload }: UploadListProps) {
  const [text, setText] = useState('')
  const [preview, setPreview] = useState<Uploaded | null>(null)
  const [done, setDone] = useState<Uploaded | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const field = useId()
  const change = (next: string) => {
    setText(next)
    setPreview(null)
    setDone(null)
    setFailure(null)
  }
  const send = async (only: boolean) => {
    setBusy(true)
    setFailure(null)
    const result = await upload(text, only)
    setBusy(false)
    if (!result.ok) return setFailure(result.problems.text ?? result.message)
    if (only) return setPreview(result.data)
    setDone(result.data)
    setPreview(null)
  }
  const shown = done ?? preview
  return (
    <div className="prizes__upload">
      <label htmlFor={field}>{hint}</label>
      <Upload
        accept=".csv,.txt,text/csv,text/plain"
        showUploadList={false}
        beforeUpload={async (file) => {
          change(await file.text())
          return false
        }}
      >
        <Button>选择文件</Button>
      </Upload>
      <Input.TextArea id={field} rows={5} value={text} onChange={({ target }) => change(target.value)} />
      {failure && <Alert type="error" showIcon title={failure} role="alert" />}
      {shown && (
        <Alert
          type={shown.problems.length > 0 ? 'warning' : 'success'}
          showIcon
          title={
            done
              ? `已登记 ${done.fresh} 个${unit}，${done.known} 个之前登记过。`
              : `共 ${shown.lines} 行：将登记 ${shown.fresh} 个${unit}，${shown.known} 个之前登记过。`
          }
          description={
            shown.problems.length > 0 && (
              <ul className="prizes__problems">
                {shown.problems.map(({ line, column, message }) => (
                  <li key={`${line}-${column}-${message}`}>
                    第 {line} 行{column && `“${column}”列`}：{message}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
      <div className="prizes__actions">
        <Button onClick={() => void send(true)} disabled={text.trim() === ''} loading={busy}>
          预览
        </Button>
        <Button type="primary" onClick={() => void send(false)} disabled={preview === null || preview.fresh === 0}>
          确认登记
        </Button>
      </div>
    </div>
  )
}
