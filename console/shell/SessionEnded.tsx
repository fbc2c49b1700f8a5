import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { openConsole } from '#contract/console'
import type { OutputOf } from '#contract/operation'
import { call } from '../cloud/call'
import { sessionBegan } from '../cloud/session'
import { LoginPanel } from './LoginPanel'

/** The login above the page as it was left: the same person goes on with what was typed, another one begins anew. */
export function SessionEnded({ was }: { was: OutputOf<typeof openConsole>['me'] }) {
  const client = useQueryClient()
  const entered = async () => {
    const result = await call(openConsole, {})
    if (result.ok && (result.data.me.staffId !== was.staffId || result.data.me.role !== was.role))
      return window.location.reload()
    sessionBegan()
    await client.invalidateQueries()
  }
  return (
    <Modal open title="登录已结束" footer={null} closable={false} keyboard={false} mask={{ closable: false }}>
      <p>页面上已经填写的内容都在。请 {was.name} 重新登录，然后继续。</p>
      <LoginPanel entered={() => void entered()} />
    </Modal>
  )
}
