import type { TableProps } from 'antd'
import type { AuditEntry } from '#contract/audit-log'
import { formatInstant } from '#values/days'
import { InstantText } from '../../components/DayText'
import type { Column } from '../../exports/column'
import { actName, differences, fieldName, kindName, roleName } from './words'

export const columns: TableProps<AuditEntry>['columns'] = [
  { title: '第几条', render: (_, { number }) => <span className="audit__number">{number}</span> },
  { title: '时间', render: (_, { at }) => <InstantText at={at} /> },
  {
    title: '谁',
    render: (_, { who }) => (
      <>
        <b>{who.name}</b> <span className="audit__quiet">{roleName(who.role)}</span>
      </>
    ),
  },
  { title: '做了什么', render: (_, { what }) => actName(what) },
  {
    title: '对象',
    render: (_, { object }) => (
      <>
        {kindName(object.kind)} <span className="audit__id">{object.id}</span>
      </>
    ),
  },
  { title: '变化', render: (_, entry) => <Change entry={entry} /> },
  { title: '理由', render: (_, { why }) => <span className="audit__why">{why}</span> },
]

/** The first of what changed, and how much more. */
function Change({ entry }: { entry: AuditEntry }) {
  const [first, ...more] = differences(entry)
  if (!first) return <span className="audit__quiet">—</span>
  return (
    <span className="audit__change">
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
