import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { HashRouter } from 'react-router-dom'
import { App } from './app'
import { CloudPulse } from './cloud/pulse'
import { Languages } from './texts/language'
import './page.css'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
const client = new QueryClient({ defaultOptions: { queries: { refetchOnWindowFocus: false, networkMode: 'always' } } })
createRoot(root).render(
  <QueryClientProvider client={client}>
    <Languages>
      <CloudPulse>
        <HashRouter>
          <App />
        </HashRouter>
      </CloudPulse>
    </Languages>
  </QueryClientProvider>,
)
