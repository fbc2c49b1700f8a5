import { Alert, Button } from 'antd'
import { useId, useRef, useState } from 'react'
import { listBenefits } from '#contract/benefits'
import type { OutputOf } from '#contract/operation'
import { importPayoutResults, listPayouts, readPayout } from '#contract/payout'
import { useActing } from '../../cloud/use-acting'
import { base64Of } from './save-file'

type Outcome = OutputOf<typeof importPayoutResults>

/** The bank's results file: taken in whole, or every place named where it does not fit. */
export function ResultsUpload({ batchId }: { batchId: string }) {
  const { act, acting } = useActing(importPayoutResults, [readPayout, listPayouts, listBenefits])
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const field = useId()
  const take = async (file: File | undefined) => {
    if (!file) return
    const result = await act({ batchId, base64: await base64Of(file) })
    setOutcome(result.ok ? result.data : null)
    setProblem(result.ok ? null : result.message)
    if (chooser.current) chooser.current.value = ''
  }
  return (
    <div className="payouts__upload">
      <label htmlFor={field} className="unseen">
        银行结果文件
      </label>
      <input
        ref={chooser}
        id={field}
        className="unseen"
        type="file"
        accept=".csv,text/csv"
        onChange={({ target }) => void take(target.files?.[0])}
      />
      <Button loading={acting} onClick={() => chooser.current?.click()}>
        导入结果文件
      </Button>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {outcome && <Said outcome={outcome} />}
    </div>
  )
}

function Said({ outcome: { problems, again, batch } }: { outcome: Outcome }) {
  if (problems.length > 0) {
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        title={`文件有 ${problems.length} 处对不上，一笔都没有入账`}
        description={problems.map(({ line, column, message }) => (
          <div key={`${line}.${column}`}>
            第 {line} 行第 {column} 列：{message}
          </div>
        ))}
      />
    )
  }
  const said = again ? '这份文件先前已经导入，没有变化。' : '已入账：'
  return (
    <Alert
      type="success"
      showIcon
      title={`${said}成功 ${batch.paid} 笔，失败 ${batch.failed} 笔，不明 ${batch.unknown} 笔。`}
    />
  )
}
