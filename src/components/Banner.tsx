import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { Mark, type MarkName } from './illustrations/Mark'
import './Banner.scss'

interface BannerProps {
  tone?: 'info' | 'warn' | 'bad' | 'good'
  text: string
  /** Leads to where it can be settled. */
  action?: { text: string; onClick: () => void }
}

const marks: Record<NonNullable<BannerProps['tone']>, MarkName> = {
  info: 'info',
  warn: 'warning',
  bad: 'warning',
  good: 'tick',
}

/** One sentence that matters for the whole page or form. It is spoken when it comes. */
export function Banner({ tone = 'info', text, action }: BannerProps) {
  return (
    <View
      className={`banner banner--${tone}`}
      {...accessible({ role: tone === 'bad' ? 'alert' : 'status', live: true })}
    >
      <Mark name={marks[tone]} size={20} className="banner__mark" />
      <Text className="banner__text">{text}</Text>
      {action && (
        <View
          className="banner__action"
          hoverClass="banner__action--pressed"
          onClick={action.onClick}
          {...accessible({ role: 'button', label: action.text })}
        >
          <Text>{action.text}</Text>
          <Mark name="forward" size={16} />
        </View>
      )}
    </View>
  )
}
