import { sessionBegan } from '../cloud/session'
import { Emblem } from './Emblem'
import { LoginPanel } from './LoginPanel'
import './Login.css'

/** The way in. Whose campaign it is stands beside it. */
export function Login({ entered }: { entered: () => void }) {
  return (
    <main className="login">
      <section className="login__hero" aria-hidden="true">
        <Emblem size={72} />
        <p className="login__name">车主回馈</p>
        <p className="login__what">活动后台</p>
      </section>
      <section className="login__panel">
        <h1>登录活动后台</h1>
        <LoginPanel
          entered={() => {
            sessionBegan()
            entered()
          }}
        />
      </section>
    </main>
  )
}
