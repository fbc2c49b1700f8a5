import { Text, View } from '@tarojs/components'
import { day, formatDay } from '#values/days'
import { formatPpm, ppm } from '#values/money'
import type { DrawPageView } from '@/cloud/prize-draw'
import { PhaseLine } from './PhaseLine'
import './Hero.scss'

interface HeroProps {
  view: DrawPageView
  onTime: () => void
}

/** The head of the page: who invites, until when, and a road into the sunrise. */
export function Hero({ view, onTime }: HeroProps) {
  const { campaign, winningOddsPpm } = view
  return (
    <View className="hero">
      {campaign.demo && <Text className="hero__demo">演示活动 · 奖品与数据均为虚构</Text>}
      <Text className="hero__organiser">{campaign.organiser}</Text>
      <Text className="hero__title">{campaign.title}</Text>
      <Text className="hero__line">
        {formatDay(day(campaign.startsOn))} 至 {formatDay(day(campaign.endsOn))}
      </Text>
      <View className="hero__facts">
        <Text className="hero__fact">中奖率 {formatPpm(ppm(winningOddsPpm))}</Text>
        <Text className="hero__fact">结果可验证</Text>
      </View>
      <PhaseLine campaign={campaign} now={view.now} onTime={onTime} />
    </View>
  )
}
