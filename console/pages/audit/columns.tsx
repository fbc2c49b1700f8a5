import type { TableProps } from 'antd'
import type { AuditEntry } from '#contract/audit-log'
import { formatInstant } from '#values/days'
import { InstantText } from '../../components/DayText'
import { Under } from '../../components/Under'
import type { Column } from '../../exports/column'
import { actName, differences, fieldName, kindName, roleName } from './words'

export const columns: TableProps<AuditEntry>['columns'] = [
  {
    title: '时间',
    render: (_, { at, number }) => (
      <>
        <InstantText at={at} />
        <Under>第 {number} 条</Under>
      </>
    ),
  },
  {
    title: '谁',
    render: (_, { who }) => (
      <>
        <b>{who.name}</b>
        <Under>{roleName(who.role)}</Under>
      </>
    ),
  },
  { title: '做了什么', render: (_, { what }) => actName(what) },
  {
    title: '对象',
    render: (_, { object }) => (
      <>
        {kindName(object.kind)}
        <Under>
          <span className="audit__id">{object.id}</span>
        </Under>
      </>
    ),
  },
  {
    title: '变化和理由',
    render: (_, entry) => (
      <div className="audit__change">
        <Change entry={entry} />
        <Under>{entry.why}</Under>
      </div>
    ),
  },
]

/** The first of what changed, and how much more. */
function Change({ entry }: { entry: AuditEntry }) {
  const [first, ...more] = differences(entry)
  if (!first) return <span className="audit__quiet">—</span>
  return (
    <span>
      {fieldName(first.field)}：{entry.before && `${first.before} → `}
      {first.after}
      {more.length > 0 && <span className="audit__quiet"> 等 {more.length + 1} 项</span>}
    </span>
  )
}

export const exportedColumns: readonly Column<AuditEntry>[] = [
  { title: '第几条', kind: 'count', of: ({ number }) => number },
  { title: '时间', of: ({ at }) => formatInstant(at, true) },
  { title: '谁', of: ({ who }) => who.name },
  { title: '角色', of: ({ who }) => roleName(who.role) },
  { title: '做了什么', of: ({ what }) => actName(what) },
  { title: '对象', of: ({ object }) => kindName(object.kind) },
  { title: '对象编号', of: ({ object }) => object.id },
  { title: '变化', of: (entry) => differences(entry).map(changeText).join('；') },
  { title: '理由', of: ({ why }) => why },
  { title: '请求编号', of: ({ requestId }) => requestId },
  { title: '校验值', of: ({ hash }) => hash },
]

const changeText = ({ field, before, after }: ReturnType<typeof differences>[number]): string =>
  `${fieldName(field)}：${before} → ${after}`
