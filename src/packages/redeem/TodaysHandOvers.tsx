import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { day, formatDay, formatInstant } from '#values/days'
import { type HandOvers, takeHandOverBack } from '@/cloud/prize-hand-over'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { FieldAction } from '@/components/FieldAction'
import { StaleMark } from '@/components/StaleMark'
import './TodaysRedemptions.scss'

interface TodaysHandOversProps {
  today: HandOvers
  stale: boolean
  onChanged: () => void
}

/** What this branch has handed over today; one's own latest can be taken back. */
export function TodaysHandOvers({ today: { on, handOvers }, stale, onChanged }: TodaysHandOversProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const undo = async (benefitId: string) => {
    const result = await takeHandOverBack(benefitId, '登记错了，撤回')
    setFailure(result.ok ? null : result.message)
    onChanged()
  }
  return (
    <Card
      title="今日发奖"
      note={`${formatDay(day(on))}，共 ${handOvers.length} 件`}
      aside={<StaleMark stale={stale} />}
    >
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      {handOvers.length === 0 && <Text className="todays-redemptions__none">今天还没有发奖。</Text>}
      {handOvers.map(({ benefitId, at, prizeName, name, undoable }) => (
        <View className="todays-redemptions__one" key={benefitId}>
          <Text className="todays-redemptions__time">{formatInstant(at).slice(-5)}</Text>
          <View className="todays-redemptions__words">
            <Text className="todays-redemptions__item">{prizeName}</Text>
            <Text className="todays-redemptions__title">{name}</Text>
          </View>
          {undoable && <FieldAction text="撤回" onClick={() => undo(benefitId)} />}
        </View>
      ))}
    </Card>
  )
}
