import { Alert, Button, Card, Flex, Input, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../page-api/operations'
import { ask } from '../../cloud/ask'
import { useCloud } from '../../cloud/pulse'
import { useDoing } from '../../cloud/use-asked'
import { CodeField } from '../../components/code-field'
import { CodeView } from '../../components/code-view'
import { isPlainObject, printEjson } from '../../ejson/print'
import { readJson } from '../../ejson/typed'
import { useTexts } from '../../texts/language'
import { ChooseFunction, Field } from './form-parts'
import { pushSample, type SampleName } from './push-samples'

type Answer = OutputOf<'push.send'>
const samples: readonly SampleName[] = ['subscribe', 'unsubscribe', 'text', 'popup', 'change', 'sent', 'check']

/** A message push, begun from one of WeChat's own. */
export function PushForm({ names }: { names: readonly string[] }) {
  const texts = useTexts()
  const t = texts.console
  const { pulse } = useCloud()
  const [name, setName] = useState<string>()
  const [sample, setSample] = useState<SampleName>('subscribe')
  const [openid, setOpenid] = useState('oPerson')
  const written = (which: SampleName, who: string) =>
    printEjson(JSON.stringify(pushSample(which, who, pulse?.now ?? Date.now())))
  const [text, setText] = useState(() => written(sample, openid))
  const [answer, setAnswer] = useState<Answer>()
  const read = readJson(text)
  const message = read.ok && isPlainObject(read.value) ? read.value : undefined
  const send = useDoing((sent: { function: string; message: Record<string, unknown> }) => ask('push.send', sent), {
    done: setAnswer,
  })
  const go = () => name !== undefined && message !== undefined && send.mutate({ function: name, message })
  const notObject = { kind: 'no-object', at: 0, text: '' } as const
  return (
    <div className="columns">
      <Card>
        <div className="form">
          <ChooseFunction names={names} value={name} onChange={setName} />
          <div className="form-pair">
            <Field name={t.sample}>
              <Select<SampleName>
                aria-label={t.sample}
                style={{ width: '100%' }}
                value={sample}
                onChange={(next) => {
                  setSample(next)
                  setText(written(next, openid))
                }}
                options={samples.map((value) => ({ value, label: t.samples[value] }))}
              />
            </Field>
            <Field name={t.person}>
              <Input
                aria-label={t.person}
                value={openid}
                onChange={(event) => {
                  setOpenid(event.target.value)
                  setText(written(sample, event.target.value))
                }}
              />
            </Field>
          </div>
          <Field name={t.message}>
            <CodeField
              label={t.message}
              value={text}
              rows={12}
              problem={read.ok ? (message === undefined ? notObject : undefined) : read.problem}
              onChange={setText}
              onDone={go}
            />
          </Field>
          <Flex gap={12} align="center">
            <Button
              type="primary"
              disabled={name === undefined || message === undefined}
              loading={send.isPending}
              onClick={go}
            >
              {texts.actions.send}
            </Button>
            <span className="quiet small">{texts.editor.runKey}</span>
          </Flex>
        </div>
      </Card>
      <Card title={t.answer}>
        <div aria-live="polite">
          {answer === undefined && <span className="quiet">{t.noAnswer}</span>}
          {answer?.ok === true && <CodeView ejson={answer.result} label={t.answer} />}
          {answer?.ok === false && (
            <Alert
              type="error"
              showIcon
              title={`${texts.calls.failed} ${answer.errCode}`}
              description={<pre className="wrapped">{answer.errMsg}</pre>}
            />
          )}
        </div>
      </Card>
    </div>
  )
}
