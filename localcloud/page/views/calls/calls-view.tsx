import { InputNumber, Segmented, Select, Table, type TableColumnsType, Tag, Typography } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import type { OutputOf } from '../../../page-api/operations'
import { useAsked } from '../../cloud/use-asked'
import { PageHead } from '../../components/page-head'
import { SearchField } from '../../components/search-field'
import { Answered, Nothing } from '../../components/states'
import { Time } from '../../components/time'
import { useTexts } from '../../texts/language'
import { CallDrawer } from './call-drawer'

type Row = OutputOf<'calls.list'>['calls'][number]
const PAGE = 50

/** What is chosen stands in the address, so that a link leads to the same calls. What is typed does not: the address follows too late for a quick hand. */
function useFilter() {
  const [query, setQuery] = useSearchParams()
  const change = (changes: Record<string, string | undefined>) =>
    setQuery(
      (before) => {
        const next = new URLSearchParams(before)
        if (!('page' in changes) && !('call' in changes)) next.delete('page')
        for (const [name, value] of Object.entries(changes)) {
          if (value === undefined || value === '') next.delete(name)
          else next.set(name, value)
        }
        return next
      },
      { replace: true },
    )
  return { query, change }
}

/** The last calls, by function, outcome, duration and text. */
export function CallsView() {
  const texts = useTexts()
  const t = texts.calls
  const { query, change } = useFilter()
  const [typed, setTyped] = useState('')
  const [fromMs, setFromMs] = useState<number | null>(null)
  const text = useDeferredValue(typed)
  const outcome = query.get('outcome')
  const page = Math.max(1, Number(query.get('page') ?? 1) || 1)
  const name = query.get('function')
  const listed = useAsked(
    'calls.list',
    {
      ...(name === null ? {} : { function: name }),
      ...(outcome === 'ok' || outcome === 'failed' ? { outcome } : {}),
      ...(fromMs === null ? {} : { fromMs }),
      ...(text === '' ? {} : { text }),
      offset: (page - 1) * PAGE,
      limit: PAGE,
    },
    ['calls'],
  )
  const functions = useAsked('functions.list', {}, ['reloads'])
  const filtered = typed !== '' || fromMs !== null || query.has('outcome') || query.has('function')
  const search = (next: string) => {
    setTyped(next)
    // From the first page on.
    if (query.has('page')) change({})
  }
  const columns: TableColumnsType<Row> = [
    { title: t.at, key: 'at', render: (_, call) => <Time at={call.startedAt} /> },
    {
      title: t.function,
      key: 'function',
      render: (_, call) => (
        <>
          <b>{call.function}</b>
          {call.operation !== undefined && <span className="mono quiet"> {call.operation}</span>}
        </>
      ),
    },
    { title: t.source, key: 'source', render: (_, { source }) => t.sourceOf(source) },
    {
      title: t.person,
      key: 'person',
      width: 150,
      render: (_, { openid }) =>
        openid === undefined ? (
          <span className="quiet">—</span>
        ) : (
          <Typography.Text className="mono cut-cell" ellipsis={{ tooltip: openid }}>
            {openid}
          </Typography.Text>
        ),
    },
    {
      title: t.duration,
      key: 'duration',
      align: 'right',
      render: (_, { durationMs }) => <span className="figures">{texts.units.ms(durationMs)}</span>,
    },
    {
      title: t.operations,
      key: 'operations',
      align: 'right',
      render: (_, call) => <span className="figures">{texts.units.times(call.databaseOperations)}</span>,
    },
    {
      title: t.result,
      key: 'result',
      render: (_, call) => (
        <>
          <Tag color={call.ok ? 'success' : 'error'}>{call.ok ? t.ok : t.failed}</Tag>
          {call.complaints > 0 && <Tag color="warning">{t.warnings(call.complaints)}</Tag>}
        </>
      ),
    },
  ]
  return (
    <>
      <PageHead title={texts.nav.calls} hint={t.hint} />
      <div className="toolbar">
        <SearchField label={t.search} value={typed} onChange={search} />
        <Select
          aria-label={t.function}
          style={{ width: 180 }}
          value={name ?? ''}
          onChange={(value) => change({ function: value })}
          options={[
            { value: '', label: t.allFunctions },
            ...(functions.data ?? []).map((one) => ({ value: one.name, label: one.name })),
          ]}
        />
        <Segmented
          value={outcome ?? ''}
          onChange={(value) => change({ outcome: value })}
          options={[
            { value: '', label: t.all },
            { value: 'ok', label: t.ok },
            { value: 'failed', label: t.failed },
          ]}
        />
        <InputNumber<number>
          aria-label={t.slowerThan}
          prefix={<span className="quiet">{t.slowerThan}</span>}
          suffix="ms"
          style={{ width: 190 }}
          min={0}
          value={fromMs}
          onChange={(value) => {
            setFromMs(value)
            change({})
          }}
        />
      </div>
      <Answered of={listed}>
        {({ calls, total }) => (
          <Table
            className="sheet"
            size="middle"
            rowKey="requestId"
            rowClassName="clickable"
            scroll={{ x: 'max-content' }}
            columns={columns}
            dataSource={calls}
            onRow={(call) => ({
              tabIndex: 0,
              onClick: () => change({ call: call.requestId }),
              onKeyDown: (event) => event.key === 'Enter' && change({ call: call.requestId }),
            })}
            pagination={{
              current: page,
              pageSize: PAGE,
              total,
              showSizeChanger: false,
              hideOnSinglePage: true,
              onChange: (next) => change({ page: String(next) }),
            }}
            locale={{
              emptyText: filtered ? <Nothing title={t.noneFound} /> : <Nothing title={t.none} hint={t.noneHint} />,
            }}
          />
        )}
      </Answered>
      <CallDrawer requestId={query.get('call')} onClose={() => change({ call: undefined })} />
    </>
  )
}
