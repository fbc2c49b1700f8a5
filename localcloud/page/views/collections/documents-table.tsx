import { Table } from 'antd'
import { isPlainObject, printEjson, typedText } from '../../ejson/print'
import { documentOf, fieldsOf } from './fields'

const COLUMNS = 8
const LONGEST = 80

/** Documents side by side, by the fields that most of them have. A row opens the document. */
export function DocumentsTable({ list, onOpen }: { list: string[]; onOpen(ejson: string): void }) {
  const fields = fieldsOf(list).slice(0, COLUMNS)
  const rows = list.map((ejson) => ({ ejson, document: documentOf(ejson) }))
  return (
    <Table
      className="sheet"
      size="middle"
      rowKey={({ document }) => JSON.stringify(document._id)}
      rowClassName="clickable"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={rows}
      onRow={({ ejson }) => ({
        tabIndex: 0,
        onClick: () => onOpen(ejson),
        onKeyDown: (event) => event.key === 'Enter' && onOpen(ejson),
      })}
      columns={fields.map((field) => ({
        title: <span className="mono">{field}</span>,
        key: field,
        ...(field === '_id' ? { fixed: 'start' as const } : {}),
        render: (_: unknown, { document }: { document: Record<string, unknown> }) => <Cell value={document[field]} />,
      }))}
    />
  )
}

function Cell({ value }: { value: unknown }) {
  if (value === undefined) return <span className="cell cell-none">—</span>
  if (value === null) return <span className="cell cell-null">null</span>
  const text = typeof value === 'string' ? value : shortText(value)
  const [, day, time] = /^ISODate\("(.{10})T(.{8})\.000\+08:00"\)$/.exec(text) ?? []
  const kind = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'word' : typeof value
  const typed = isPlainObject(value) && typedText(value) !== undefined
  const colour = typeof value === 'string' ? '' : typed ? 'code-typed' : `code-${kind}`
  return (
    <span className={`cell ${colour}`} title={text}>
      {day === undefined ? text.slice(0, LONGEST) : `${day} ${time}`}
    </span>
  )
}

/** Nested values on one line. */
const shortText = (value: unknown): string => printEjson(JSON.stringify(value)).replace(/\s+/g, ' ')
