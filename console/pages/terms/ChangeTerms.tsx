import { UploadOutlined } from '@ant-design/icons'
import { Alert, Button, Upload } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '#contract/operation'
import { listProposals } from '#contract/proposals'
import { changeTerms, checkTerms, compareVersions, readTerms } from '#contract/terms'
import { newRequestKey } from '../../cloud/request-key'
import { useActing } from '../../cloud/use-acting'
import { Card } from '../../components/Card'
import { ReasonDialog } from '../../components/ReasonDialog'
import { Differences } from './Differences'

interface Chosen {
  file: string
  text: string
  /** One intention: sent again it is the same request. */
  requestKey: string
}
type Checked = OutputOf<typeof checkTerms>
type Done = OutputOf<typeof changeTerms>

/** A new file: what is wrong with it by line, or how it differs; then published, proposed, or neither. */
export function ChangeTerms() {
  const [chosen, choose] = useState<Chosen | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [asking, setAsking] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const check = useActing(checkTerms)
  const change = useActing(changeTerms, [readTerms, compareVersions, listProposals])

  const read = async (file: File) => {
    const next = { file: file.name, text: await file.text(), requestKey: newRequestKey() }
    choose(next)
    setDone(null)
    const result = await check.act({ file: next.file, text: next.text })
    setChecked(result.ok ? result.data : null)
    setProblem(result.ok ? null : result.message)
  }

  return (
    <>
      <Card title="上传新的活动文件">
        <p className="terms__about">先对照现行的一版，逐项说明对参与人是有利、无关还是不利。这一步什么都不会改变。</p>
        <Upload
          accept=".yaml,.yml"
          showUploadList={false}
          beforeUpload={(file) => {
            void read(file)
            return false
          }}
        >
          <Button type="primary" icon={<UploadOutlined />} loading={check.acting}>
            {chosen ? '换一个文件' : '选择文件'}
          </Button>
        </Upload>
        {chosen && <span className="terms__file">{chosen.file}</span>}
        {problem && <Alert className="terms__verdict" type="error" showIcon role="alert" title={problem} />}
        {checked?.kind === 'problems' && (
          <Alert
            className="terms__verdict"
            type="error"
            showIcon
            role="alert"
            title={`文件有 ${checked.problems.length} 处问题，改好后再上传。`}
          />
        )}
        {checked?.kind === 'compared' && !done && <Verdict decision={checked.decision} />}
        {done && <Alert className="terms__verdict" type="success" showIcon role="status" title={doneText(done)} />}
        {checked?.kind === 'compared' && mayGoOn(checked.decision) && !done && (
          <Button type="primary" className="terms__go" onClick={() => setAsking(true)}>
            {checked.decision === 'second-person' ? '提出更改' : '发布更改'}
          </Button>
        )}
      </Card>
      {checked?.kind === 'problems' && <Problems problems={checked.problems} />}
      {checked?.kind === 'compared' && (
        <Card title="与现行条款的差别" inside="flush">
          <Differences differences={checked.differences} />
        </Card>
      )}
      {chosen && checked?.kind === 'compared' && (
        <ReasonDialog
          open={asking}
          title={checked.decision === 'second-person' ? '提出更改条款' : '发布更改'}
          effect={
            checked.decision === 'second-person'
              ? '另一位管理员同意后生效，七天没有人同意就作废。已经给的权益仍按原来的一版。'
              : '马上对所有客户生效。已经给的权益仍按原来的一版。'
          }
          deed={checked.decision === 'second-person' ? '提出' : '发布'}
          act={async (reason) => {
            const result = await change.act({ ...chosen, reason })
            if (result.ok) setDone(result.data)
            return result
          }}
          done={() => setAsking(false)}
          cancel={() => setAsking(false)}
        />
      )}
    </>
  )
}

type Decision = Extract<Checked, { kind: 'compared' }>['decision']
const mayGoOn = (decision: Decision) => decision === 'reason' || decision === 'second-person'

function Verdict({ decision }: { decision: Decision }) {
  const { type, title } = verdicts[decision]
  return <Alert className="terms__verdict" type={type} showIcon role="status" title={title} />
}

const verdicts: Readonly<Record<Decision, { type: 'info' | 'success' | 'warning' | 'error'; title: string }>> = {
  nothing: { type: 'info', title: '和现行条款完全一样，不用发布。' },
  reason: { type: 'success', title: '只有与参与人无关的更改：写明原因就可以发布。' },
  'second-person': { type: 'warning', title: '有对参与人有利的更改：写明原因提出，另一位管理员同意后生效。' },
  blocked: { type: 'error', title: '有对参与人不利的更改。活动已经开始，这样的更改一律不能发布，请把它们改回去。' },
}

function doneText(done: Done): string {
  switch (done.kind) {
    case 'unchanged':
      return `和现行的第 ${done.version} 版完全一样，什么都没有改变。`
    case 'published':
      return `已发布为第 ${done.version} 版，现在就生效。`
    case 'proposed':
      return '已经提出，等另一位管理员在“人员与登录 · 两人决定”里同意。'
  }
}

function Problems({ problems }: Pick<Extract<Checked, { kind: 'problems' }>, 'problems'>) {
  return (
    <Card title="按行列出的问题" inside="flush">
      <table className="terms__differences" aria-label="文件的问题">
        <thead>
          <tr>
            <th>行</th>
            <th>哪一项</th>
            <th>问题</th>
            <th>怎样改</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ line, column, path, message, remedy }) => (
            <tr key={`${line}:${column}:${message}`}>
              <td>{line}</td>
              <th scope="row">
                <code>{path}</code>
              </th>
              <td>{message}</td>
              <td>{remedy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
