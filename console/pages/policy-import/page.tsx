import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Upload } from 'antd'
import type { CheckedFile } from '#contract/policy-file'
import type { Failure } from '../../cloud/call'
import { Card } from '../../components/Card'
import { PageHeader } from '../../components/PageHeader'
import { Progress } from '../../components/Progress'
import { NoPermission } from '../../components/StateBlock'
import { useMe } from '../../shell/me'
import { Refused } from './Refused'
import type { Sent } from './send-parts'
import { type Importing, useImport } from './use-import'
import './policy-import.css'

/** 保单导入: a policy file, checked in the browser, sent part by part; what is refused comes back to be corrected. */
export default function PolicyImport() {
  const { branchName } = useMe()
  const importing = useImport()
  // As in the cloud: a file tells of every branch.
  if (branchName !== null) return <NoPermission />
  return (
    <>
      <PageHeader
        title="保单导入"
        about="导入核心系统导出的保单文件，和接口报来的一样处理。先在这台电脑上检查整份文件，有误就什么都不导入；同一份再导一次不会重复。每一部分都写入审计日志。"
      />
      <Step {...importing} />
    </>
  )
}

function Step({ state, choose, start, goOn }: Importing) {
  switch (state.at) {
    case 'choosing':
      return <Chooser title="选择文件" problem={state.problem} choose={choose} />
    case 'checking':
      return (
        <Card title={state.name}>
          <Progress said="正在检查整份文件，还没有导入" done={state.rows} total={null} />
        </Card>
      )
    case 'checked':
      return (
        <>
          <Checked checked={state.checked} start={() => void start(state.checked)} />
          <Chooser title="换一个文件" problem={null} choose={choose} />
        </>
      )
    case 'sending':
      return <Sending {...state} goOn={goOn} />
    case 'ended':
      return (
        <>
          <Ended {...state} />
          {state.sent.refused > 0 && <Refused checked={state.checked} sent={state.sent} />}
          <Chooser title="再导入一个文件" problem={null} choose={choose} />
        </>
      )
  }
}

interface ChooserProps {
  title: string
  problem: string | null
  choose: Importing['choose']
}

function Chooser({ title, problem, choose }: ChooserProps) {
  return (
    <Card title={title}>
      {problem && (
        <Alert
          className="policy-import__said"
          type="error"
          showIcon
          role="alert"
          title="没有导入"
          description={problem}
        />
      )}
      <Upload.Dragger
        accept=".csv,text/csv"
        showUploadList={false}
        beforeUpload={(file) => {
          void choose(file)
          return false
        }}
      >
        <p className="policy-import__icon" aria-hidden="true">
          <InboxOutlined />
        </p>
        <p>点这里选择 CSV 文件，或把它拖进来</p>
        <p className="policy-import__hint">
          UTF-8 或 GB18030（Excel 另存的 CSV），第一行是表头，列的先后不限，多少行都可以
        </p>
      </Upload.Dragger>
    </Card>
  )
}

const encodings = { 'utf-8': 'UTF-8', gb18030: 'GB18030' } as const

function Checked({ checked, start }: { checked: CheckedFile; start: () => void }) {
  const { file, rows, encoding, unknown } = checked
  return (
    <Card title={file.name}>
      <p>
        共 <b>{rows}</b> 行，{encodings[encoding]}，表头齐全。还没有导入。
      </p>
      {unknown.length > 0 && <p className="policy-import__hint">不认识的列，不导入：{unknown.join('、')}</p>}
      <Button type="primary" className="policy-import__go" onClick={start}>
        开始导入
      </Button>
    </Card>
  )
}

interface SendingProps {
  checked: CheckedFile
  sent: Sent
  heldUp: Failure | null
  goOn: Importing['goOn']
}

function Sending({ checked, sent, heldUp, goOn }: SendingProps) {
  return (
    <Card title={checked.file.name}>
      <Progress said={heldUp ? '已暂停' : '正在导入，请不要离开这一页'} done={sent.rows} total={checked.rows} />
      <Counts sent={sent} />
      {heldUp && (
        <Alert
          className="policy-import__said"
          type="warning"
          showIcon
          role="alert"
          title="这一部分没有得到答复"
          description={
            <>
              <p>{heldUp.message}已经收下的不受影响；继续时从这一部分接着来，不会重复。</p>
              {heldUp.requestId && <p className="policy-import__hint">请求编号 {heldUp.requestId}</p>}
            </>
          }
          action={
            <div className="policy-import__choices">
              <Button type="primary" onClick={() => goOn(true)}>
                继续
              </Button>
              <Button onClick={() => goOn(false)}>停在这里</Button>
            </div>
          }
        />
      )}
    </Card>
  )
}

function Ended({ checked, sent, problem }: { checked: CheckedFile; sent: Sent; problem: string | null }) {
  const all = `导入完毕，${sent.refused === 0 ? '没有拒绝的行。' : `拒绝 ${sent.refused} 行，改好后再导入。`}`
  const rest = `前 ${sent.rows} 行已经处理，其余 ${checked.rows - sent.rows} 行没有。把同一份文件再导一次就接着完成。`
  return (
    <Card title={checked.file.name}>
      <Alert
        type={problem ? 'error' : sent.refused > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={problem ?? all}
        {...(problem && { description: rest })}
      />
      <Counts sent={sent} />
    </Card>
  )
}

const counted = [
  ['accepted', '收下'],
  ['ignored', '忽略'],
  ['refused', '拒绝'],
] as const

function Counts({ sent }: { sent: Sent }) {
  return (
    <dl className="policy-import__counts">
      {counted.map(([what, word]) => (
        <div key={what}>
          <dt>{word}</dt>
          <dd>{sent[what]}</dd>
        </div>
      ))}
    </dl>
  )
}
