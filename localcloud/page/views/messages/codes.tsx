import { App, Button, Card, Flex, Input, Table, Tag } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { InputOf, OutputOf } from '../../../page-api/operations'
import { ask } from '../../cloud/ask'
import { useCloudTime } from '../../cloud/pulse'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { Copy } from '../../components/copy'
import { Answered } from '../../components/states'
import { Time } from '../../components/time'
import { useTexts } from '../../texts/language'

type PhoneCode = OutputOf<'codes.list'>['phoneCodes'][number]
/** So long a code of the phone-number button is good. */
const LIFE_MS = 5 * 60_000

/** Codes of the phone-number button, and codes that were logged instead of sent. */
export function Codes() {
  const texts = useTexts()
  const t = texts.messages
  const listed = useAsked('codes.list', {}, ['calls', 'sent'])
  return (
    <Answered of={listed}>
      {({ phoneCodes, logged }) => (
        <div className="stack">
          <Card
            title={t.logged}
            extra={<span className="quiet small">{t.loggedHint}</span>}
            styles={{ body: { padding: 0 } }}
          >
            <Table
              size="middle"
              rowKey={(code) => logged.indexOf(code)}
              pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
              scroll={{ x: 'max-content' }}
              dataSource={logged}
              locale={{ emptyText: t.noLogged }}
              columns={[
                { title: t.at, key: 'at', render: (_, { at }) => <Time at={at} /> },
                { title: t.code, key: 'code', render: (_, { code }) => <Code code={code} /> },
                {
                  title: t.function,
                  key: 'function',
                  render: (_, { function: name, requestId }) => <Link to={`/calls?call=${requestId}`}>{name}</Link>,
                },
                {
                  title: t.line,
                  key: 'line',
                  render: (_, { line }) => (
                    <span className="cell wide" title={line}>
                      {line}
                    </span>
                  ),
                },
              ]}
            />
          </Card>
          <Card
            title={t.phoneCodes}
            extra={<span className="quiet small">{t.phoneCodesHint}</span>}
            styles={{ body: { padding: 0 } }}
          >
            <Issue />
            <Table
              size="middle"
              rowKey="code"
              pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }}
              scroll={{ x: 'max-content' }}
              dataSource={phoneCodes}
              locale={{ emptyText: t.noPhoneCodes }}
              columns={[
                { title: t.issuedAt, key: 'at', render: (_, { issuedAt }) => <Time at={issuedAt} /> },
                { title: t.phone, key: 'phone', render: (_, { phone }) => <span className="figures">{phone}</span> },
                {
                  title: t.to,
                  key: 'to',
                  render: (_, { openid }) => <span className="mono">{openid ?? '—'}</span>,
                },
                { title: t.code, key: 'code', render: (_, { code }) => <Code code={code} /> },
                { title: t.state, key: 'state', render: (_, code) => <CodeState code={code} /> },
              ]}
            />
          </Card>
        </div>
      )}
    </Answered>
  )
}

function Code({ code }: { code: string }) {
  const t = useTexts().messages
  return (
    <Flex align="center" gap={4}>
      <code className="mono">{code}</code>
      <Copy text={code} label={t.code} />
    </Flex>
  )
}

function CodeState({ code }: { code: PhoneCode }) {
  const t = useTexts().messages
  const now = useCloudTime() ?? code.issuedAt
  if (code.usedAt !== undefined) return <Tag>{t.used}</Tag>
  return now - code.issuedAt > LIFE_MS ? <Tag>{t.expired}</Tag> : <Tag color="success">{t.valid}</Tag>
}

function Issue() {
  const t = useTexts().messages
  const { message } = App.useApp()
  const [phone, setPhone] = useState('13800000000')
  const issue = useDoing((wanted: InputOf<'codes.issue'>) => ask('codes.issue', wanted), {
    done: () => void message.success(t.issued),
  })
  const sound = /^\d{5,15}$/.test(phone)
  return (
    <Flex gap={8} className="card-row">
      <Input
        aria-label={t.phone}
        style={{ width: 200 }}
        prefix={<span className="quiet">{t.phone}</span>}
        value={phone}
        status={sound ? '' : 'error'}
        onChange={(event) => setPhone(event.target.value.trim())}
      />
      <Button disabled={!sound} loading={issue.isPending} onClick={() => issue.mutate({ phone })}>
        {t.issue}
      </Button>
    </Flex>
  )
}
