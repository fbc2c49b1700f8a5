import { Drawer } from 'antd'
import type { AuditEntry } from '#contract/audit-log'
import { InstantText } from '../../components/DayText'
import { actName, differences, fieldName, kindName, roleName } from './words'
import './EntryDrawer.css'

/** One entry with all that it says, and how it hangs on the one before. */
export function EntryDrawer({ entry, close }: { entry: AuditEntry | null; close: () => void }) {
  return (
    <Drawer
      open={entry !== null}
      onClose={close}
      size={560}
      title={entry ? `第 ${entry.number} 条 · ${actName(entry.what)}` : ''}
    >
      {entry && <Entry entry={entry} />}
    </Drawer>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const changes = differences(entry)
  return (
    <div className="audit-entry">
      <dl className="audit-entry__facts">
        <dt>谁</dt>
        <dd>
          {entry.who.name}（{roleName(entry.who.role)}）
          {entry.who.account && <code className="audit-entry__code">{entry.who.account}</code>}
        </dd>
        <dt>什么时候</dt>
        <dd>
          <InstantText at={entry.at} />
        </dd>
        <dt>对象</dt>
        <dd>
          {kindName(entry.object.kind)}
          <code className="audit-entry__code">{entry.object.id}</code>
        </dd>
        <dt>理由</dt>
        <dd>{entry.why}</dd>
      </dl>
      {changes.length > 0 && (
        <table className="audit-entry__changes">
          <thead>
            <tr>
              <th>内容</th>
              <th>之前</th>
              <th>之后</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th>{fieldName(field)}</th>
                <td>{before}</td>
                <td>
                  <b>{after}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="audit-entry__facts audit-entry__chain">
        <dt>请求编号</dt>
        <dd>
          <code>{entry.requestId}</code>
        </dd>
        <dt>前一条</dt>
        <dd>
          <code>{entry.previousHash}</code>
        </dd>
        <dt>这一条</dt>
        <dd>
          <code>{entry.hash}</code>
        </dd>
      </dl>
    </div>
  )
}
