import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import chinese from 'antd/locale/zh_CN'
import { useState } from 'react'
import { HashRouter } from 'react-router-dom'
import { ErrorBoundary } from './components/ErrorBoundary'
import { Entrance } from './shell/Entrance'
import { theme } from './theme'

/** An answer younger than this is shown without asking again, ms. */
const FRESH_MS = 10_000

/** The whole console. Addresses stand behind a #, so that any file server can hold it. */
export function App() {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: FRESH_MS, refetchOnReconnect: 'always' } } }),
  )
  return (
    <QueryClientProvider client={client}>
      <ConfigProvider locale={chinese} theme={theme} button={{ autoInsertSpace: false }}>
        <AntApp component={false}>
          <ErrorBoundary>
            <HashRouter>
              <Entrance />
            </HashRouter>
          </ErrorBoundary>
        </AntApp>
      </ConfigProvider>
    </QueryClientProvider>
  )
}
