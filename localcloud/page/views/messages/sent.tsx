import { Drawer, Select, Table, Tag } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../page-api/operations'
import { useAsked } from '../../cloud/use-asked'
import { CodeView } from '../../components/code-view'
import { type Fact, Facts } from '../../components/facts'
import { SearchField } from '../../components/search-field'
import { Answered, Nothing } from '../../components/states'
import { Time } from '../../components/time'
import { isPlainObject } from '../../ejson/print'
import { useTexts } from '../../texts/language'

type SentCall = OutputOf<'sent.list'>[number]

const apis = [
  'subscribeMessage.send',
  'security.msgSecCheck',
  'phonenumber.getPhoneNumber',
  'urllink.generate',
  'wxacode.getUnlimited',
  'riskControl.getUserRiskRank',
]

const personOf = ({ parameters }: SentCall): string => String(parameters.touser ?? parameters.openid ?? '')

/** Every openapi call of the functions; one opens to be read as the person would see it. */
export function Sent() {
  const texts = useTexts()
  const t = texts.messages
  const [api, setApi] = useState('')
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState<SentCall>()
  const listed = useAsked('sent.list', { ...(api === '' ? {} : { api }), limit: 500 }, ['sent'])
  const holds = (call: SentCall) => JSON.stringify(call).toLowerCase().includes(search.toLowerCase())
  return (
    <>
      <div className="toolbar">
        <SearchField label={texts.actions.search} value={search} onChange={setSearch} />
        <Select
          aria-label={t.api}
          style={{ width: 260 }}
          value={api}
          onChange={setApi}
          options={[{ value: '', label: t.apiAll }, ...apis.map((value) => ({ value, label: value }))]}
        />
      </div>
      <Answered of={listed}>
        {(calls) => (
          <Table
            className="sheet"
            size="middle"
            rowKey={(call) => calls.indexOf(call)}
            rowClassName="clickable"
            scroll={{ x: 'max-content' }}
            dataSource={search === '' ? calls : calls.filter(holds)}
            pagination={{ pageSize: 25, hideOnSinglePage: true, showSizeChanger: false }}
            onRow={(call) => ({
              tabIndex: 0,
              onClick: () => setOpened(call),
              onKeyDown: (event) => event.key === 'Enter' && setOpened(call),
            })}
            locale={{ emptyText: <Nothing title={t.none} hint={t.noneHint} /> }}
            columns={[
              { title: t.at, key: 'at', render: (_, { at }) => <Time at={at} /> },
              { title: t.api, key: 'api', render: (_, call) => <code className="mono">{call.api}</code> },
              { title: t.function, dataIndex: 'function' },
              { title: t.to, key: 'to', render: (_, call) => <span className="mono">{personOf(call) || '—'}</span> },
              {
                title: t.content,
                key: 'content',
                render: (_, call) => <span className="cell">{contentOf(call)}</span>,
              },
              { title: t.result, key: 'result', render: (_, call) => <ResultTag call={call} /> },
            ]}
          />
        )}
      </Answered>
      <Drawer
        open={opened !== undefined}
        onClose={() => setOpened(undefined)}
        size={600}
        title={opened?.api}
        destroyOnHidden
      >
        {opened !== undefined && <SentDetails call={opened} />}
      </Drawer>
    </>
  )
}

function ResultTag({ call }: { call: SentCall }) {
  const t = useTexts().messages
  if (call.errcode !== 0) return <Tag color="error">{call.errcode}</Tag>
  const suggest = isPlainObject(call.answer.result) ? call.answer.result.suggest : undefined
  if (suggest === 'risky') return <Tag color="warning">risky</Tag>
  return <Tag color="success">{t.accepted}</Tag>
}

/** What matters of a call on one line. */
function contentOf({ api, parameters }: SentCall): string {
  switch (api) {
    case 'subscribeMessage.send':
      return templateData(parameters.data)
        .map(([, value]) => value)
        .join(' · ')
    case 'wxacode.getUnlimited':
      return `${parameters.page ?? ''}?scene=${parameters.scene ?? ''}`
    case 'urllink.generate':
      return `${parameters.path ?? ''}?${parameters.query ?? ''}`
    default:
      return String(parameters.content ?? parameters.code ?? JSON.stringify(parameters))
  }
}

/** A message's fields with their text. */
function templateData(data: unknown): [string, string][] {
  if (!isPlainObject(data)) return []
  return Object.entries(data).map(([name, field]) => [name, isPlainObject(field) ? String(field.value ?? '') : ''])
}

function SentDetails({ call }: { call: SentCall }) {
  const texts = useTexts()
  const t = texts.messages
  const person = personOf(call)
  const facts: Fact[] = [
    { name: t.at, value: <Time at={call.at} /> },
    { name: t.function, value: call.function },
    { name: t.result, value: <ResultTag call={call} /> },
    ...(person === '' ? [] : [{ name: t.to, value: <span className="mono">{person}</span> }]),
  ]
  return (
    <div className="stack">
      <Facts of={facts} />
      <AsSeen call={call} />
      <section>
        <h3>{t.parameters}</h3>
        <CodeView ejson={JSON.stringify(call.parameters)} label={t.parameters} />
      </section>
      <section>
        <h3>{t.answer}</h3>
        <CodeView ejson={JSON.stringify(call.answer)} label={t.answer} />
      </section>
    </div>
  )
}

/** The message, link or picture as a person would get it. */
function AsSeen({ call }: { call: SentCall }) {
  const t = useTexts().messages
  const { parameters, answer, errcode } = call
  if (call.api === 'wxacode.getUnlimited') return <Wxacode parameters={parameters} />
  if (call.api === 'urllink.generate' && errcode === 0 && typeof answer.url_link === 'string') {
    return (
      <a href={answer.url_link} target="_blank" rel="noreferrer">
        {t.openLink} {answer.url_link}
      </a>
    )
  }
  if (call.api !== 'subscribeMessage.send') return null
  return (
    <div className="message-card">
      <div className="quiet small">
        {t.template} <span className="mono">{String(parameters.template_id ?? '')}</span>
      </div>
      <dl className="template-data">
        {templateData(parameters.data).map(([name, value]) => (
          <div key={name} className="fact">
            <dt className="quiet mono">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {typeof parameters.page === 'string' && (
        <div className="small message-page">
          {t.page} <span className="mono">{parameters.page}</span>
        </div>
      )}
    </div>
  )
}

function Wxacode({ parameters }: { parameters: Record<string, unknown> }) {
  const t = useTexts().messages
  const drawn = useAsked('wxacode.draw', { parameters }, [])
  return (
    <Answered of={drawn}>
      {({ url }) =>
        url === null ? (
          <span className="quiet">{t.noPicture}</span>
        ) : (
          <img className="wxacode" src={url} alt={`${t.picture} ${t.scene} ${String(parameters.scene)}`} />
        )
      }
    </Answered>
  )
}
