import { Tabs } from 'antd'
import { useSearchParams } from 'react-router-dom'
import { PageHead } from '../../components/page-head'
import { useTexts } from '../../texts/language'
import { Acceptances } from './acceptances'
import { Checks } from './checks'
import { Codes } from './codes'
import { Sent } from './sent'

/** What goes through WeChat's openapi, and what a developer decides in WeChat's place. */
export function MessagesView() {
  const texts = useTexts()
  const t = texts.messages
  const [query, setQuery] = useSearchParams()
  return (
    <>
      <PageHead title={texts.nav.messages} hint={t.hint} />
      <Tabs
        activeKey={query.get('tab') ?? 'sent'}
        onChange={(tab) => setQuery({ tab }, { replace: true })}
        items={[
          { key: 'sent', label: t.sent, children: <Sent /> },
          { key: 'codes', label: t.codes, children: <Codes /> },
          { key: 'acceptances', label: t.acceptances, children: <Acceptances /> },
          { key: 'checks', label: t.checks, children: <Checks /> },
        ]}
      />
    </>
  )
}
