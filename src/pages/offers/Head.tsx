import { Text, View } from '@tarojs/components'
import { day, formatDay } from '#values/days'
import type { CampaignHead } from '@/cloud/campaign'
import { accessible } from '@/components/accessible'
import { StaleMark } from '@/components/StaleMark'
import './Head.scss'

interface HeadProps {
  campaign: CampaignHead
  title: string
  sentence: string
  /** The one figure that matters, if there is one. */
  figure?: { label: string; value: string }
  stale: boolean
}

/** The red ground at the top: whose page it is, and until when. */
export function Head({ campaign, title, sentence, figure, stale }: HeadProps) {
  return (
    <View className="offers-head">
      <View className="offers-head__top">
        <Text className="offers-head__campaign">{campaign.title}</Text>
        <StaleMark stale={stale} />
      </View>
      <Text className="offers-head__title" {...accessible({ role: 'heading' })}>
        {title}
      </Text>
      <Text className="offers-head__sentence">{sentence}</Text>
      {figure && (
        <View className="offers-head__figure">
          <Text className="offers-head__label">{figure.label}</Text>
          <Text className="offers-head__value">{figure.value}</Text>
        </View>
      )}
      <Text className="offers-head__period">{periodText(campaign)}</Text>
    </View>
  )
}

/** Nothing can be applied for any more; what was given is still carried out. */
export const isOver = ({ phase }: CampaignHead): boolean => phase === 'collection' || phase === 'closed'

/** What one must know of the time: begun or not, over or not. */
function periodText({ phase, startsOn, endsOn }: CampaignHead): string {
  const [from, until] = [formatDay(day(startsOn), true), formatDay(day(endsOn), true)]
  switch (phase) {
    case 'preparation':
    case 'warm-up':
      return `活动 ${from}开始，${until}结束`
    case 'running':
      return `活动时间 ${from}至 ${until}`
    case 'collection':
    case 'closed':
      return `活动已于 ${until}结束`
  }
}
