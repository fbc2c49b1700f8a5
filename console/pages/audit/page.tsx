import { Input, Select, type TableProps } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { type AuditedAct, type AuditedKind, auditedActs, auditedKinds } from '#contract/audit'
import { type AuditEntry, searchAudit } from '#contract/audit-log'
import { isDay } from '#values/days'
import { useReading } from '../../cloud/use-reading'
import { Card } from '../../components/Card'
import { DataTable } from '../../components/DataTable'
import { InstantText } from '../../components/DayText'
import { Filter, Filters } from '../../components/Filters'
import { PageHeader } from '../../components/PageHeader'
import { usePages } from '../../components/use-pages'
import { ChainCheck } from './ChainCheck'
import { EntryDrawer } from './EntryDrawer'
import { actName, differences, fieldName, kindName, roleName } from './words'
import './page.css'

const choices = <Key extends string>(texts: Readonly<Record<Key, string>>) =>
  Object.entries<string>(texts).map(([value, label]) => ({ value, label }))
const isAct = (text: string | null): text is AuditedAct => text !== null && Object.hasOwn(auditedActs, text)
const isKind = (text: string | null): text is AuditedKind => text !== null && Object.hasOwn(auditedKinds, text)

/** 审计日志：谁在什么时候对什么做了什么，之前怎样，之后怎样，为什么。一条接一条，改不动。 */
export default function Audit() {
  const [query, setQuery] = useSearchParams()
  const [opened, setOpened] = useState<AuditEntry | null>(null)
  const { cursor, paging } = usePages(query.toString())
  const [what, kind, on] = [query.get('what'), query.get('kind'), query.get('on')]
  const [account, id, requestId] = [query.get('account'), query.get('id'), query.get('request')]
  const { reading, reload } = useReading(searchAudit, {
    before: cursor === null ? null : Number(cursor),
    ...(isAct(what) && { what }),
    ...(isKind(kind) && { kind }),
    ...(on && isDay(on) && { on }),
    ...(account && { account }),
    ...(id && { id }),
    ...(requestId && { requestId }),
  })
  const entries = reading.status === 'ready' ? { ...reading, data: reading.data.entries } : reading
  const people = reading.status === 'ready' ? reading.data.people : []
  const choose = (name: string, value: string | null | undefined) => {
    const next = new URLSearchParams(query)
    if (value) next.set(name, value.trim())
    else next.delete(name)
    setQuery(next, { replace: true })
  }
  return (
    <>
      <PageHeader
        title="审计日志"
        about="每一次变更都记下谁、什么时候、之前和之后、为什么，前后相扣；个人信息不在这里。"
      />
      <ChainCheck />
      <Filters>
        <Filter name="谁">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="所有人"
            value={account}
            options={people.map((one) => ({ value: one.account, label: one.name }))}
            onChange={(value) => choose('account', value)}
          />
        </Filter>
        <Filter name="做了什么">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="所有操作"
            value={isAct(what) ? what : null}
            options={choices(auditedActs)}
            onChange={(value) => choose('what', value)}
          />
        </Filter>
        <Filter name="对象">
          <Select
            allowClear
            placeholder="所有对象"
            value={isKind(kind) ? kind : null}
            options={choices(auditedKinds)}
            onChange={(value) => choose('kind', value)}
          />
        </Filter>
        <Filter name="对象编号">
          <Search value={id} choose={(value) => choose('id', value)} />
        </Filter>
        <Filter name="日期">
          <Input type="date" value={on ?? ''} aria-label="日期" onChange={({ target }) => choose('on', target.value)} />
        </Filter>
        <Filter name="请求编号">
          <Search value={requestId} choose={(value) => choose('request', value)} />
        </Filter>
      </Filters>
      <Card inside="flush">
        <DataTable
          label="审计日志"
          reading={entries}
          reload={reload}
          columns={columns}
          rowKey={({ number }) => String(number)}
          open={setOpened}
          empty={{ sentence: query.size > 0 ? '没有符合条件的记录，请放宽条件。' : '还没有任何记录。' }}
          paging={paging(reading.status === 'ready' && reading.data.next !== null ? String(reading.data.next) : null)}
        />
      </Card>
      <EntryDrawer entry={opened} close={() => setOpened(null)} />
    </>
  )
}

/** Asked when it is confirmed, not at each letter. */
function Search({ value, choose }: { value: string | null; choose: (value: string) => void }) {
  return (
    <Input.Search
      key={value}
      allowClear
      placeholder="完整编号"
      defaultValue={value ?? ''}
      maxLength={200}
      onSearch={choose}
    />
  )
}

const columns: TableProps<AuditEntry>['columns'] = [
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
