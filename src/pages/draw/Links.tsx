import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { accessible } from '@/components/accessible'
import { Mark, type MarkName } from '@/components/illustrations/Mark'
import './Links.scss'

const LINKS: readonly { text: string; mark: MarkName; url: string }[] = [
  { text: '活动规则', mark: 'rules', url: '/packages/rules/pages/index' },
  { text: '开奖验证', mark: 'lock', url: '/packages/fairness/pages/index' },
  { text: '我的海报', mark: 'copy', url: '/packages/share/pages/poster' },
]

/** The pages that belong to the draw. */
export function Links() {
  return (
    <View className="links">
      {LINKS.map(({ text, mark, url }) => (
        <View
          className="links__link"
          hoverClass="links__link--pressed"
          key={url}
          onClick={() => void Taro.navigateTo({ url })}
          {...accessible({ role: 'button', label: text })}
        >
          <Mark name={mark} size={24} className="links__mark" />
          <Text className="links__text">{text}</Text>
        </View>
      ))}
    </View>
  )
}
