import { Button, Spin } from 'antd'
import { useEffect, useState } from 'react'
import { type LoginState, useLogin } from '../cloud/use-login'
import './LoginPanel.css'

type Shown = Extract<LoginState, { kind: 'shown' }>

/** The code to scan with WeChat. `entered`: the cloud has opened a session for this browser. */
export function LoginPanel({ entered }: { entered: () => void }) {
  const { state, again } = useLogin(entered)
  const shown = state.kind === 'shown' ? state : null
  return (
    <div className="login-panel">
      <div className="login-panel__frame">
        <Face state={state} again={again} />
      </div>
      <div className="login-panel__words" aria-live="polite">
        <Words state={state} />
      </div>
      {/* Where the preview on a developer's machine offers its invented staff. */}
      <div id="login-here" data-ticket={shown?.ticketId ?? ''} data-number={shown?.number ?? ''} />
    </div>
  )
}

function Face({ state, again }: { state: LoginState; again: () => void }) {
  const anew = <Button onClick={again}>换一个登录码</Button>
  switch (state.kind) {
    case 'preparing':
      return <Spin aria-label="正在准备登录码" />
    case 'shown':
      if (state.scanned) return <ScreenNumber number={state.number} />
      return state.code ? <img src={state.code} alt="登录码，请用微信扫一扫" /> : anew
    case 'refused':
    case 'expired':
    case 'failed':
      return anew
    default:
      return state satisfies never
  }
}

/** Read from here, chosen on the telephone. */
function ScreenNumber({ number }: { number: string }) {
  return (
    <p className="login-panel__number">
      <small>请在手机上选择</small>
      <b>{number}</b>
    </p>
  )
}

function Words({ state }: { state: LoginState }) {
  switch (state.kind) {
    case 'preparing':
      return <p>正在准备登录码……</p>
    case 'shown':
      if (state.scanned) return <p>已扫码。请在手机上选择这个数字，并确认登录。</p>
      if (state.code === null) return <p>微信暂时没有给出登录码，请稍后换一个。</p>
      return (
        <>
          <p>请用微信“扫一扫”，在小程序里确认登录。</p>
          <Left shown={state} />
        </>
      )
    case 'refused':
      return <p>手机上拒绝了这次登录。如果不是您本人操作，请告诉管理员。</p>
    case 'expired':
      return <p>登录码已过期。</p>
    case 'failed':
      return <p role="alert">{state.failure.message}</p>
    default:
      return state satisfies never
  }
}

/** How long the code is still good. */
function Left({ shown: { endsAt } }: { shown: Shown }) {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.ceil((endsAt - now) / 1_000))
  return (
    <p className="login-panel__left" aria-live="off">
      {Math.floor(seconds / 60)} 分 {String(seconds % 60).padStart(2, '0')} 秒内有效
    </p>
  )
}
