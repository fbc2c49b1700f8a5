import { Text, View } from '@tarojs/components'
import { day, formatDay, formatInstant } from '#values/days'
import { Card } from '@/components/Card'
import { StaleMark } from '@/components/StaleMark'
import './TodaysRedemptions.scss'

interface TodaysRedemptionsProps {
  on: string
  redemptions: readonly { at: number; title: string; item: string; plate: string }[]
  stale: boolean
}

/** What this branch or workshop has redeemed today. */
export function TodaysRedemptions({ on, redemptions, stale }: TodaysRedemptionsProps) {
  return (
    <Card
      title="今日核销"
      note={`${formatDay(day(on))}，共 ${redemptions.length} 笔`}
      aside={<StaleMark stale={stale} />}
    >
      {redemptions.length === 0 && <Text className="todays-redemptions__none">今天还没有核销。</Text>}
      {redemptions.map(({ at, title, item, plate }) => (
        <View className="todays-redemptions__one" key={`${at}-${plate}-${item}`}>
          <Text className="todays-redemptions__time">{formatInstant(at).slice(-5)}</Text>
          <View className="todays-redemptions__words">
            <Text className="todays-redemptions__item">{item}</Text>
            <Text className="todays-redemptions__title">{`${title} · ${plate}`}</Text>
          </View>
        </View>
      ))}
    </Card>
  )
}
