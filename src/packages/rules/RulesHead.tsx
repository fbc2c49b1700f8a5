import { Text, View } from '@tarojs/components'
import { day, formatDay } from '#values/days'
import type { CampaignHead, Phase } from '@/cloud/campaign'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/Card'
import { Mark, type MarkName } from '@/components/illustrations/Mark'
import { StaleMark } from '@/components/StaleMark'
import './RulesHead.scss'

const phases: Record<Phase, { word: string; mark: MarkName }> = {
  preparation: { word: '尚未开始', mark: 'clock' },
  'warm-up': { word: '即将开始', mark: 'clock' },
  running: { word: '进行中', mark: 'tick' },
  collection: { word: '已结束，领奖中', mark: 'parcel' },
  closed: { word: '已结束', mark: 'cross' },
}

interface RulesHeadProps {
  campaign: CampaignHead
  summary: string[]
  stale: boolean
}

/** What the campaign is called, who runs it and when, and the points one should have read. */
export function RulesHead({ campaign, summary, stale }: RulesHeadProps) {
  const phase = phases[campaign.phase]
  return (
    <>
      <View className="rules-head">
        <Text className="rules-head__title" {...accessible({ role: 'heading' })}>
          {campaign.title}
        </Text>
        <Text className="rules-head__organiser">{campaign.organiser}</Text>
        <View className="rules-head__period">
          <Text>{`${formatDay(day(campaign.startsOn), true)} 至 ${formatDay(day(campaign.endsOn), true)}`}</Text>
          <View className="rules-head__phase">
            <Mark name={phase.mark} size={16} />
            <Text>{phase.word}</Text>
          </View>
          <StaleMark stale={stale} />
        </View>
      </View>
      <Card title="先看要点" tone="benefit">
        {summary.map((point, index) => (
          <View className="rules-head__point" key={point}>
            <Text className="rules-head__number" {...accessible({ hidden: true })}>
              {index + 1}
            </Text>
            <Text className="rules-head__sentence">{point}</Text>
          </View>
        ))}
      </Card>
    </>
  )
}
