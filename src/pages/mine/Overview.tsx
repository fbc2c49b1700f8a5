import { Text, View } from '@tarojs/components'
import { fen, formatYuan } from '#values/money'
import type { CampaignHead } from '@/cloud/campaign'
import type { MyPrize } from '@/cloud/prizes'
import { StaleMark } from '@/components/StaleMark'
import { counts } from './prize-status'
import './Overview.scss'

interface OverviewProps {
  campaign: CampaignHead
  prizes: MyPrize[]
  /** Null while it is not known. */
  draws: number | null
  stale: boolean
}

/** The three figures that matter. Prizes that expired or were taken back no longer count. */
export function Overview({ campaign, prizes, draws, stale }: OverviewProps) {
  const held = prizes.filter((prize) => counts(prize.status))
  const worth = fen(held.reduce((sum, prize) => sum + prize.valueFen, 0))
  return (
    <View className="overview">
      <View className="overview__head">
        <Text className="overview__campaign">{campaign.title}</Text>
        <StaleMark stale={stale} />
      </View>
      <View className="overview__figures">
        <Figure value={formatYuan(worth)} label="奖品价值" />
        <Figure value={String(held.length)} unit="件" label="有效奖品" />
        <Figure value={draws === null ? '–' : String(draws)} unit="次" label="已抽奖" />
      </View>
    </View>
  )
}

function Figure({ value, unit, label }: { value: string; unit?: string; label: string }) {
  return (
    <View className="overview__figure">
      <Text className="overview__label">{label}</Text>
      <View>
        <Text className="overview__value">{value}</Text>
        {unit && <Text className="overview__unit">{unit}</Text>}
      </View>
    </View>
  )
}
