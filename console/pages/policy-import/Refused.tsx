import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type CheckedFile, columnOf, reportHeader, reportRow } from '#contract/policy-file'
import { Card } from '../../components/Card'
import { csvOf } from '../../exports/csv'
import { save } from '../../exports/save'
import { MOST_KEPT, type Sent } from './send-parts'

/** As many rows as somebody looks through on a page. */
const MOST_SHOWN = 200

/** What was refused and why, and the report that can be corrected and imported as it is. */
export function Refused({ checked, sent }: { checked: CheckedFile; sent: Sent }) {
  const { kept, refused } = sent
  const shown = kept.slice(0, MOST_SHOWN)
  return (
    <Card
      title={`拒绝的 ${refused} 行`}
      inside="flush"
      extra={
        <Button icon={<DownloadOutlined />} onClick={() => saveReport(checked, sent)}>
          下载报告
        </Button>
      }
    >
      <p className="policy-import__about">
        报告里是这些行的原样，后面写明行号和原因：在报告里改好，直接再导入，报告自己的几列会略过。它含个人信息，用完请删除。
        {refused > kept.length &&
          `报告只有前 ${MOST_KEPT} 行；改好导入后，把原来的文件再导一次，就列出其余 ${refused - kept.length} 行。`}
      </p>
      <div className="policy-import__wide">
        <table className="policy-import__refused" aria-label="拒绝的行">
          <thead>
            <tr>
              <th>行号</th>
              <th>有误的列</th>
              <th>有误的值</th>
              <th>原因</th>
            </tr>
          </thead>
          <tbody>
            {shown.flatMap(({ line, problems }) =>
              problems.map((problem) => (
                <tr key={`${line}.${problem.field}`}>
                  <td>{line}</td>
                  <th scope="row">{columnOf(problem)}</th>
                  <td>{problem.value || '（空）'}</td>
                  <td>{problem.reason}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {kept.length > shown.length && (
        <p className="policy-import__about">这里列出前 {MOST_SHOWN} 行，其余的在报告里。</p>
      )}
    </Card>
  )
}

/** Made of the browser's own file: the cloud never sends these rows back. */
function saveReport({ file, header }: CheckedFile, { kept }: Sent): void {
  const columns = reportHeader(header).map((title) => ({ title, of: () => null }))
  const report = csvOf({ columns, rows: kept.map((row) => reportRow(header, row)) })
  save(report, `${file.name.replace(/(\.refused)?\.csv$/i, '')}.refused.csv`)
}
