import { Text, View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { Mark } from '@/components/illustrations/Mark'
import { PrimaryButton } from '@/components/PrimaryButton'
import { QrCode } from './QrCode'
import './CodeCard.scss'

interface CodeCardProps {
  code: string
  /** Whole seconds for which it is still valid. */
  left: number
  title: string
  detail: string
  onRenew: () => void
}

/** The code as picture and as number, and how long it is good for. */
export function CodeCard({ code, left, title, detail, onRenew }: CodeCardProps) {
  const grouped = code.replace(/(.{4})(?=.)/g, '$1 ')
  return (
    <View className="code-card">
      <Text className="code-card__title">{title}</Text>
      <Text className="code-card__detail">{detail}</Text>
      <View className="code-card__place">
        <QrCode text={code} label={`券码二维码，${grouped}`} />
        {left === 0 && (
          <View className="code-card__void">
            <Text className="code-card__void-words">券码已过期</Text>
          </View>
        )}
      </View>
      <Text className="code-card__number" selectable userSelect>
        {grouped}
      </Text>
      {left > 0 ? (
        <>
          <View className="code-card__left">
            <Mark name="clock" size={18} />
            <Text>{`${clock(left)} 后失效`}</Text>
          </View>
          <View className="code-card__renew" onClick={onRenew} {...accessible({ role: 'button', label: '换一个券码' })}>
            <Mark name="refresh" size={18} />
            <Text>换一个券码</Text>
          </View>
        </>
      ) : (
        <View className="code-card__again">
          <PrimaryButton onClick={onRenew}>重新出示</PrimaryButton>
        </View>
      )}
      <Text className="code-card__hint">请当面出示，不要截图转发。办理后本页会自动提示。</Text>
    </View>
  )
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
