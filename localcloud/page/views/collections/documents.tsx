import { PlusOutlined } from '@ant-design/icons'
import { Button, Flex, Pagination, Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useAsked } from '../../cloud/use-asked'
import { CodeView } from '../../components/code-view'
import { Answered, Nothing } from '../../components/states'
import { useTexts } from '../../texts/language'
import { DocumentDrawer, type Opened } from './document-drawer'
import { DocumentsTable } from './documents-table'
import { fieldsOf } from './fields'
import { FilterBar } from './filter-bar'

const PAGE = 25

/** A collection's documents: filter, order, pages; each opens to be read and changed. */
export function Documents({ collection }: { collection: string }) {
  const texts = useTexts()
  const t = texts.documents
  const [query, setQuery] = useSearchParams()
  const [opened, setOpened] = useState<Opened>()
  const [asText, setAsText] = useState(false)
  const filter = query.get('filter') ?? '{}'
  const [sortField = '', direction] = (query.get('sort') ?? '').split(' ')
  const page = Math.max(1, Number(query.get('page') ?? 1) || 1)
  const change = (changes: Record<string, string>) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before)
        next.delete('page')
        for (const [name, value] of Object.entries(changes)) {
          if (value === '') next.delete(name)
          else next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  const found = useAsked(
    'documents.find',
    {
      collection,
      filter,
      ...(sortField === '' ? {} : { sort: { field: sortField, direction: direction === '-1' ? -1 : 1 } }),
      offset: (page - 1) * PAGE,
      limit: PAGE,
    },
    ['documents'],
  )
  const fields = fieldsOf(found.data?.list ?? [])
  return (
    <div>
      <FilterBar
        fields={fields}
        text={query.get('typed') ?? ''}
        onFilter={(typed, ejson) => change({ typed, filter: ejson === '{}' ? '' : ejson })}
      />
      <div className="toolbar">
        <Select
          aria-label={t.sort}
          style={{ width: 200 }}
          showSearch
          value={sortField}
          onChange={(field) => change({ sort: field === '' ? '' : `${field} 1` })}
          options={[
            { value: '', label: `${t.sort}: ${t.natural}` },
            ...fields.map((field) => ({ value: field, label: field })),
          ]}
        />
        {sortField !== '' && (
          <Segmented
            value={direction === '-1' ? '-1' : '1'}
            onChange={(next) => change({ sort: `${sortField} ${next}` })}
            options={[
              { value: '1', label: t.ascending },
              { value: '-1', label: t.descending },
            ]}
          />
        )}
        <Segmented
          value={asText}
          onChange={setAsText}
          options={[
            { value: false, label: t.asTable },
            { value: true, label: t.asText },
          ]}
        />
        <Button
          className="to-the-right"
          type="primary"
          icon={<PlusOutlined />}
          onClick={() => setOpened({ ejson: '{}', isNew: true })}
        >
          {t.add}
        </Button>
      </div>
      <Answered of={found}>
        {({ list, total, durationMs, index }) => (
          <>
            <Flex gap={8} align="center" className="found" wrap aria-live="polite">
              <span>{t.found(total, durationMs)}</span>
              {filter !== '{}' &&
                (index === null ? (
                  <Tag color="warning">{t.byScan}</Tag>
                ) : (
                  <Tag color="success">{t.byIndex(index)}</Tag>
                ))}
            </Flex>
            {list.length === 0 ? (
              <div className="sheet empty-sheet">
                <Nothing title={filter === '{}' ? t.none : t.noneFound}>
                  {filter !== '{}' && (
                    <Button onClick={() => change({ typed: '', filter: '' })}>{t.clearFilter}</Button>
                  )}
                </Nothing>
              </div>
            ) : asText ? (
              <div className="stack">
                {list.map((ejson) => (
                  <div key={ejson} className="text-document">
                    <CodeView ejson={ejson} label={t.document} tall />
                    <Button size="small" onClick={() => setOpened({ ejson, isNew: false })}>
                      {texts.actions.edit}
                    </Button>
                  </div>
                ))}
              </div>
            ) : (
              <DocumentsTable list={list} onOpen={(ejson) => setOpened({ ejson, isNew: false })} />
            )}
            {total > PAGE && (
              <Pagination
                className="pages"
                align="end"
                current={page}
                pageSize={PAGE}
                total={total}
                showSizeChanger={false}
                onChange={(next) => change({ page: String(next) })}
              />
            )}
          </>
        )}
      </Answered>
      <DocumentDrawer collection={collection} opened={opened} onOpen={setOpened} />
    </div>
  )
}
