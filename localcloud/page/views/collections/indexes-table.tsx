import { Table, Tag } from 'antd'
import { Nothing } from '../../components/states'
import { useTexts } from '../../texts/language'
import type { CollectionRow } from './collection-row'

/** A collection's indexes, and whether queries have used them. */
export function IndexesTable({ collection }: { collection: CollectionRow }) {
  const texts = useTexts()
  const t = texts.collections
  const figure = (count: number | null) => (
    <span className="figures">{count === null ? '—' : texts.units.count(count)}</span>
  )
  return (
    <Table
      className="sheet"
      size="middle"
      rowKey="name"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={collection.indexes}
      locale={{ emptyText: <Nothing title={t.noIndex} /> }}
      columns={[
        { title: t.indexName, key: 'name', render: (_, { name }) => <b>{name}</b> },
        { title: t.indexKeys, key: 'keys', render: (_, { keys }) => <code className="mono">{keys.join(', ')}</code> },
        {
          title: t.indexKind,
          key: 'kind',
          render: (_, { unique, geo }) =>
            geo ? (
              <Tag color="purple">{t.geo}</Tag>
            ) : unique ? (
              <Tag color="cyan">{t.unique}</Tag>
            ) : (
              <Tag>{t.equality}</Tag>
            ),
        },
        { title: t.entries, key: 'entries', align: 'right', render: (_, { entries }) => figure(entries) },
        {
          title: t.uses,
          key: 'uses',
          align: 'right',
          render: (_, { uses }) => (uses === 0 ? <span className="quiet">{t.unused}</span> : figure(uses)),
        },
      ]}
    />
  )
}
