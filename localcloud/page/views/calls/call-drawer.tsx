import { Alert, App, Button, Drawer, Flex, Tag, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import type { OutputOf } from '../../../page-api/operations'
import type { Outcome } from '../../../page-api/outcome'
import { ask } from '../../cloud/ask'
import { useAsked, useDoing } from '../../cloud/use-asked'
import { CodeView } from '../../components/code-view'
import { Copy } from '../../components/copy'
import { type Fact, Facts } from '../../components/facts'
import { OutcomeView } from '../../components/outcome-view'
import { Answered } from '../../components/states'
import { Time } from '../../components/time'
import { useTexts } from '../../texts/language'

type Call = OutputOf<'calls.read'>

/** One call with all that is kept of it. */
export function CallDrawer({ requestId, onClose }: { requestId: string | null; onClose(): void }) {
  const texts = useTexts()
  return (
    <Drawer open={requestId !== null} onClose={onClose} size={680} title={texts.nav.calls} destroyOnHidden>
      {requestId !== null && <CallOf key={requestId} requestId={requestId} />}
    </Drawer>
  )
}

function CallOf({ requestId }: { requestId: string }) {
  const call = useAsked('calls.read', { requestId }, [])
  return <Answered of={call}>{(read) => <CallDetails call={read} />}</Answered>
}

function CallDetails({ call }: { call: Call }) {
  const texts = useTexts()
  const t = texts.calls
  const { modal } = App.useApp()
  const [outcome, setOutcome] = useState<Outcome>()
  const again = useDoing(() => ask('calls.again', { requestId: call.requestId }), { done: setOutcome })
  const confirmAgain = () =>
    modal.confirm({
      title: t.againTitle,
      content: t.againHint,
      okText: t.again,
      onOk: () => again.mutateAsync(undefined).catch(() => undefined),
    })
  const facts: Fact[] = [
    { name: t.at, value: <Time at={call.startedAt} /> },
    { name: t.source, value: t.sourceOf(call.source) },
    { name: t.person, value: <span className="mono">{call.openid ?? '—'}</span> },
    { name: t.duration, value: texts.units.ms(call.durationMs) },
    { name: t.operations, value: texts.units.times(call.databaseOperations) },
    {
      name: t.requestId,
      value: (
        <Flex align="center">
          <span className="mono">{call.requestId}</span>
          <Copy text={call.requestId} label={t.requestId} />
        </Flex>
      ),
    },
  ]
  return (
    <div className="stack">
      <Flex gap={8} align="center" wrap>
        <Typography.Title level={2} className="drawer-title">
          {call.function}
        </Typography.Title>
        <Tag color={call.ok ? 'success' : 'error'}>{call.ok ? t.ok : t.failed}</Tag>
        <Flex gap={8} className="to-the-right">
          <Link to={`/console?call=${encodeURIComponent(call.requestId)}`}>
            <Button disabled={call.event === undefined}>{t.toConsole}</Button>
          </Link>
          <Button type="primary" disabled={call.event === undefined} loading={again.isPending} onClick={confirmAgain}>
            {t.again}
          </Button>
        </Flex>
      </Flex>
      {outcome !== undefined && (
        <section aria-live="polite">
          <h3>{t.outcome}</h3>
          <OutcomeView outcome={outcome} />
        </section>
      )}
      <Facts of={facts} />
      {call.error !== undefined && (
        <section>
          <h3>{t.error}</h3>
          <Alert
            type="error"
            title={String(call.error.errCode)}
            description={<pre className="wrapped">{call.error.errMsg}</pre>}
          />
        </section>
      )}
      <section>
        <h3>{t.event}</h3>
        {call.event === undefined ? <Alert title={t.eventLost} /> : <CodeView ejson={call.event} label={t.event} />}
      </section>
      {call.ok && (
        <section>
          <h3>{t.answer}</h3>
          {call.result === undefined ? (
            <Alert title={t.answerLost} />
          ) : (
            <CodeView ejson={call.result} label={t.answer} />
          )}
        </section>
      )}
      <section>
        <h3>{t.lines}</h3>
        {call.output.length === 0 ? (
          <span className="quiet">{t.noLines}</span>
        ) : (
          <pre className="log-lines">
            {call.output.map((line, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one call never move
              <div key={at} className={call.complaints.includes(line) ? 'complaint' : undefined}>
                {line}
              </div>
            ))}
          </pre>
        )}
      </section>
    </div>
  )
}
