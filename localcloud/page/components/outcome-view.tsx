import { Alert, Flex, Tag } from 'antd'
import { Link } from 'react-router-dom'
import type { Outcome } from '../../page-api/outcome'
import { useTexts } from '../texts/language'
import { CodeView } from './code-view'

/** How a call from this page ended. */
export function OutcomeView({ outcome }: { outcome: Outcome }) {
  const texts = useTexts()
  const inLog = <Link to={`/calls?call=${encodeURIComponent(outcome.requestId)}`}>{texts.console.inLog}</Link>
  if (!outcome.ok) {
    return (
      <Alert
        type="error"
        showIcon
        title={`${texts.calls.failed} ${outcome.errCode}`}
        description={<pre className="wrapped">{outcome.errMsg}</pre>}
        action={outcome.requestId === '' ? undefined : inLog}
      />
    )
  }
  return (
    <Flex vertical gap={8}>
      <Flex gap={8} wrap align="center">
        <Tag color="success">{texts.calls.ok}</Tag>
        <span className="figures">{texts.units.ms(outcome.durationMs)}</span>
        <span className="quiet">{texts.console.operations(outcome.databaseOperations)}</span>
        {inLog}
      </Flex>
      <CodeView ejson={outcome.result} label={texts.console.answer} />
    </Flex>
  )
}
