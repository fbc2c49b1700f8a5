import { Layout as Frame } from 'antd'
import { useState } from 'react'
import type { openConsole } from '#contract/console'
import type { OutputOf } from '#contract/operation'
import { Header } from './Header'
import { MeContext } from './me'
import { OfflineBar } from './OfflineBar'
import { Pages } from './Pages'
import { SideMenu } from './SideMenu'
import './Layout.css'

/** Menu at the side, head above, the page between. On a tablet the menu is a strip of icons that opens over the page. */
export function Layout({ campaign, me }: OutputOf<typeof openConsole>) {
  const [folded, setFolded] = useState(false)
  return (
    <MeContext.Provider value={me}>
      <button type="button" className="layout__skip" onClick={toMain}>
        跳到内容
      </button>
      <Frame className="layout">
        <Frame.Sider
          width={208}
          collapsedWidth={64}
          breakpoint="xl"
          collapsed={folded}
          onCollapse={setFolded}
          trigger={null}
          className="layout__side"
        >
          <SideMenu role={me.role} folded={folded} />
        </Frame.Sider>
        <Frame>
          <Header campaign={campaign} me={me} folded={folded} fold={() => setFolded(!folded)} />
          <OfflineBar />
          <Frame.Content id="main" tabIndex={-1} className="layout__main">
            <Pages role={me.role} />
          </Frame.Content>
        </Frame>
      </Frame>
    </MeContext.Provider>
  )
}

/** For who goes by keyboard: past the menu. */
const toMain = () => document.getElementById('main')?.focus()
