import { Tabs } from 'antd'
import { useSearchParams } from 'react-router-dom'
import { useAsked } from '../../cloud/use-asked'
import { PageHead } from '../../components/page-head'
import { Answered } from '../../components/states'
import { useTexts } from '../../texts/language'
import { CallForm } from './call-form'
import { HttpForm } from './http-form'
import { PushForm } from './push-form'

/** Calls of every kind, by hand. `?call=` takes over a kept call, `?function=` a function. */
export function ConsoleView() {
  const texts = useTexts()
  const t = texts.console
  const [query, setQuery] = useSearchParams()
  const functions = useAsked('functions.list', {}, ['reloads'])
  return (
    <>
      <PageHead title={texts.nav.console} hint={t.hint} />
      <Answered of={functions}>
        {(listed) => {
          const names = listed.map(({ name }) => name)
          const chosen = query.get('function') ?? undefined
          return (
            <Tabs
              activeKey={query.get('tab') ?? 'call'}
              onChange={(tab) => setQuery({ tab }, { replace: true })}
              items={[
                {
                  key: 'call',
                  label: t.call,
                  children: (
                    <CallForm key={query.get('call')} names={names} chosen={chosen} taken={query.get('call')} />
                  ),
                },
                { key: 'http', label: t.http, children: <HttpForm names={names} /> },
                { key: 'push', label: t.push, children: <PushForm names={names} /> },
              ]}
            />
          )
        }}
      </Answered>
    </>
  )
}
