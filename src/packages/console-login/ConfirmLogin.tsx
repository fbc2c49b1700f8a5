import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type AskedLogin, confirm, refuse } from '@/cloud/console-login'
import { accessible } from '@/components/accessible'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { PrimaryButton } from '@/components/PrimaryButton'
import './ConfirmLogin.scss'

export type Outcome = 'entered' | 'refused' | 'wrong-number'

interface ConfirmLoginProps {
  ticketId: string
  login: AskedLogin
  onDone: (outcome: Outcome) => void
}

/** Which browser wants in, and the number that stands on its screen: whoever has no screen before them refuses. */
export function ConfirmLogin({ ticketId, login: { browser, place, numbers, me }, onDone }: ConfirmLoginProps) {
  const [number, setNumber] = useState<string | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)

  const answer = async (ask: ReturnType<typeof refuse>, outcome: Outcome) => {
    setBusy(true)
    setFailure(null)
    const result = await ask
    setBusy(false)
    if (result.ok) return onDone(outcome)
    if (result.code === 'login-number-wrong') return onDone('wrong-number')
    setFailure(result.message)
  }
  const yes = () => {
    if (number === null) return setFailure('请先选择电脑屏幕上显示的数字。')
    void answer(confirm(ticketId, number), 'entered')
  }
  return (
    <Card title="登录活动后台" note={`以 ${me.name} 的身份`}>
      <Facts
        facts={[
          ['浏览器', browser],
          ['网络地址', place ?? '未知'],
        ]}
      />
      <View className="confirm-login" {...accessible({ role: 'radiogroup', label: '电脑屏幕上显示的数字' })}>
        <Text className="confirm-login__ask" {...accessible({ hidden: true })}>
          电脑屏幕上显示的是哪个数字？
        </Text>
        <View className="confirm-login__numbers">
          {numbers.map((one) => (
            <View
              key={one}
              className={`confirm-login__number ${one === number ? 'confirm-login__number--chosen' : ''}`}
              hoverClass="confirm-login__number--pressed"
              onClick={() => setNumber(one)}
              {...accessible({ role: 'radio', label: one })}
              aria-checked={one === number}
            >
              <Text>{one}</Text>
            </View>
          ))}
        </View>
      </View>
      <Banner tone="warn" text="只确认您眼前这台电脑的登录。如果登录码是别人发给您的，请拒绝。" />
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      <View className="confirm-login__actions">
        <PrimaryButton onClick={yes} disabled={busy}>
          {busy ? '正在确认' : '确认登录'}
        </PrimaryButton>
        <PrimaryButton tone="quiet" onClick={() => void answer(refuse(ticketId), 'refused')} disabled={busy}>
          不是我，拒绝
        </PrimaryButton>
      </View>
    </Card>
  )
}
