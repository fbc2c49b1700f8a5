import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { formatDay, formatInstant } from '#values/days'
import type { MyDraw } from '@/cloud/fairness'
import { outcomeWords } from '@/cloud/receipt-text'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/Card'
import { Mark } from '@/components/illustrations/Mark'
import { PrimaryButton } from '@/components/PrimaryButton'
import { drawsByDay } from './draws-by-day'
import './MyDraws.scss'

const DAYS_AT_ONCE = 5

interface MyDrawsProps {
  draws: MyDraw[]
  onOpen: (draw: MyDraw) => void
}

/** 我的抽奖, under their days. A long campaign is shown a few days at a time. */
export function MyDraws({ draws, onOpen }: MyDrawsProps) {
  const [daysShown, setDaysShown] = useState(DAYS_AT_ONCE)
  const days = drawsByDay(draws)
  return (
    <Card title="我的抽奖" note="每次抽奖都有凭证，次日起可以自己验证。">
      {days.length === 0 && <Text className="my-draws__none">还没有抽过奖。</Text>}
      {days.slice(0, daysShown).map(({ on, draws: ofDay }) => (
        <View className="my-draws__day" key={on}>
          <Text className="my-draws__on" {...accessible({ role: 'heading' })}>
            {formatDay(on)}
          </Text>
          {ofDay.map((draw) => (
            <DrawRow key={draw.receipt.nonce} draw={draw} onOpen={onOpen} />
          ))}
        </View>
      ))}
      {days.length > daysShown && (
        <View className="my-draws__earlier">
          <PrimaryButton tone="quiet" onClick={() => setDaysShown(daysShown + 4 * DAYS_AT_ONCE)}>
            {`更早的 ${days.length - daysShown} 天`}
          </PrimaryButton>
        </View>
      )}
    </Card>
  )
}

function DrawRow({ draw, onOpen }: { draw: MyDraw; onOpen: (draw: MyDraw) => void }) {
  const { receipt, prizeName } = draw
  const words = outcomeWords(receipt.outcome, prizeName)
  const time = formatInstant(receipt.at).slice(-5)
  const won = receipt.outcome.kind === 'won'
  return (
    <View
      className="my-draws__row"
      hoverClass="my-draws__row--pressed"
      onClick={() => onOpen(draw)}
      {...accessible({ role: 'button', label: `${time}，${words}，查看凭证` })}
    >
      <Text className="my-draws__time">{time}</Text>
      <View className={`my-draws__outcome ${won ? 'my-draws__outcome--won' : ''}`}>
        {won && <Mark name="tick" size={18} />}
        <Text>{words}</Text>
      </View>
      <View className="my-draws__receipt">
        <Text>凭证</Text>
        <Mark name="forward" size={16} />
      </View>
    </View>
  )
}
