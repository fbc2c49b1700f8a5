import { Text, View } from '@tarojs/components'
import { useRules } from '@/cloud/campaign'
import { Card } from '@/components/Card'
import { Page } from '@/components/Page'
import './Hero.scss'
import './MomentsView.scss'

/**
 * The page as Moments opens it (scene 1154): no login, no jumps, no forms. Figures stand here only when the published
 * terms could be read; WeChat's own bar below leads into the mini-program.
 */
export function MomentsView() {
  const { reading } = useRules()
  const rules = reading.status === 'ready' ? reading.data : null
  return (
    <Page className="moments">
      <View className="hero">
        {rules?.campaign.demo && <Text className="hero__demo">演示活动 · 奖品与数据均为虚构</Text>}
        <Text className="hero__organiser">{rules?.campaign.organiser ?? '车险客户回馈活动'}</Text>
        <Text className="hero__title">{rules?.campaign.title ?? '车主回馈抽奖'}</Text>
        <Text className="hero__line">公开中奖率 · 结果可验证</Text>
      </View>
      <Card title="活动内容">
        {(rules?.summary ?? STATIC_SUMMARY).map((sentence) => (
          <View className="moments__line" key={sentence}>
            <Text>{sentence}</Text>
          </View>
        ))}
      </Card>
      <View className="moments__way">
        <Text>点击下方“前往小程序”参加</Text>
      </View>
    </Page>
  )
}

/** Without the terms nothing with a figure or a date is said. */
const STATIC_SUMMARY = [
  '活动期间，车主可以在小程序里抽奖。',
  '奖品、中奖率和剩余数量都公开在活动页上。',
  '活动规则由主办方在小程序内公示。',
]
