import { Table, Tag, Tooltip } from 'antd'
import { Link } from 'react-router-dom'
import { bytesText } from '../../components/wording'
import { useTexts } from '../../texts/language'
import type { CollectionRow } from './collection-row'

/** All collections with their size, indexes and access. */
export function CollectionsTable({ collections }: { collections: CollectionRow[] }) {
  const texts = useTexts()
  const t = texts.collections
  return (
    <Table
      className="sheet"
      size="middle"
      rowKey="name"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...collections].sort((a, b) => a.name.localeCompare(b.name))}
      columns={[
        {
          title: t.name,
          key: 'name',
          render: (_, { name }) => <Link to={`/collections/${encodeURIComponent(name)}`}>{name}</Link>,
        },
        {
          title: t.documents,
          key: 'count',
          align: 'right',
          sorter: (a, b) => a.count - b.count,
          render: (_, { count }) => <span className="figures">{texts.units.count(count)}</span>,
        },
        {
          title: t.size,
          key: 'bytes',
          align: 'right',
          sorter: (a, b) => a.bytes - b.bytes,
          render: (_, { bytes }) => <span className="figures">{bytesText(bytes)}</span>,
        },
        {
          title: t.indexes,
          key: 'indexes',
          render: (_, { name, indexes }) =>
            indexes.length === 0 ? (
              <span className="quiet">—</span>
            ) : (
              <Link to={`/collections/${encodeURIComponent(name)}?show=indexes`} className="figures">
                {indexes.length}
              </Link>
            ),
        },
        {
          title: t.access,
          key: 'access',
          render: (_, { access }) =>
            access === null ? (
              <Tooltip title={t.undeclaredHint}>
                <Tag color="warning">{t.undeclared}</Tag>
              </Tooltip>
            ) : (
              <span className={access === 'none' ? 'quiet' : undefined}>{t.accessOf[access]}</span>
            ),
        },
      ]}
    />
  )
}
