import { Alert, Button, Card, Flex, Input, Select, Tag } from 'antd'
import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../page-api/operations'
import { ask } from '../../cloud/ask'
import { useDoing } from '../../cloud/use-asked'
import { CodeField } from '../../components/code-field'
import { CodeView } from '../../components/code-view'
import { Facts } from '../../components/facts'
import { bytesText } from '../../components/wording'
import { useTexts } from '../../texts/language'
import { ChooseFunction, Field } from './form-parts'
import { readHeaders } from './headers'

type Sent = InputOf<'http.send'>
type Answer = OutputOf<'http.send'>
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'] as const

/** A request to a function's HTTP access address. */
export function HttpForm({ names }: { names: readonly string[] }) {
  const texts = useTexts()
  const t = texts.console
  const [name, setName] = useState<string>()
  const [method, setMethod] = useState<Sent['method']>('POST')
  const [path, setPath] = useState('/')
  const [headers, setHeaders] = useState('content-type: application/json')
  const [body, setBody] = useState('')
  const [answer, setAnswer] = useState<Answer>()
  const read = readHeaders(headers)
  const send = useDoing((sent: Sent) => ask('http.send', sent), { done: setAnswer })
  const go = () =>
    name !== undefined && read.ok && send.mutate({ function: name, method, path, headers: read.headers, body })
  return (
    <div className="columns">
      <Card>
        <div className="form">
          <ChooseFunction names={names} value={name} onChange={setName} />
          <div className="form-method">
            <Field name={t.method}>
              <Select
                aria-label={t.method}
                style={{ width: '100%' }}
                value={method}
                onChange={setMethod}
                options={methods.map((value) => ({ value, label: value }))}
              />
            </Field>
            <Field name={t.path} hint={t.pathHint}>
              <Input
                aria-label={t.path}
                className="mono"
                value={path}
                onChange={(event) =>
                  setPath(event.target.value.startsWith('/') ? event.target.value : `/${event.target.value}`)
                }
                onPressEnter={go}
              />
            </Field>
          </div>
          <Field name={t.headers} hint={read.ok ? t.headersHint : undefined}>
            <CodeField label={t.headers} value={headers} rows={4} onChange={setHeaders} onDone={go} />
            {!read.ok && <Alert type="error" title={t.badHeader(read.line)} />}
          </Field>
          {method !== 'GET' && method !== 'HEAD' && (
            <Field name={t.body}>
              <CodeField label={t.body} value={body} rows={7} onChange={setBody} onDone={go} />
            </Field>
          )}
          <Flex gap={12} align="center">
            <Button type="primary" disabled={name === undefined || !read.ok} loading={send.isPending} onClick={go}>
              {texts.actions.send}
            </Button>
            <span className="quiet small">{texts.editor.runKey}</span>
          </Flex>
        </div>
      </Card>
      <Card title={t.answer}>
        <div aria-live="polite">
          {answer === undefined ? <span className="quiet">{t.noAnswer}</span> : <HttpAnswer answer={answer} />}
        </div>
      </Card>
    </div>
  )
}

function HttpAnswer({ answer }: { answer: Answer }) {
  const texts = useTexts()
  const t = texts.console
  if (!answer.ok) {
    return (
      <Alert
        type="error"
        showIcon
        title={`${texts.calls.failed} ${answer.errCode}`}
        description={<pre className="wrapped">{answer.errMsg}</pre>}
      />
    )
  }
  return (
    <div className="stack">
      <Flex gap={8} align="center" wrap>
        <Tag color={answer.status < 400 ? 'success' : 'error'}>
          {t.status} {answer.status}
        </Tag>
        <span className="figures">{texts.units.ms(answer.durationMs)}</span>
        <span className="quiet">{bytesText(answer.bytes)}</span>
        {!answer.isText && <span className="quiet">{t.bytes}</span>}
      </Flex>
      <Facts of={Object.entries(answer.headers).map(([name, value]) => ({ name, value }))} mono />
      <CodeView ejson={answer.body} label={t.answer} />
    </div>
  )
}
