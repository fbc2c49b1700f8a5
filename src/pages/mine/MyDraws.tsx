import { Text, View } from '@tarojs/components'
import { formatDay, formatInstant } from '#values/days'
import type { MyDraw } from '@/cloud/fairness'
import { outcomeWords } from '@/cloud/receipt-text'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/Card'
import { Mark } from '@/components/illustrations/Mark'
import { Paged } from '@/components/Paged'
import { drawsByDay } from './draws-by-day'
import './MyDraws.scss'

const DRAWS_AT_ONCE = 10

interface MyDrawsProps {
  draws: MyDraw[]
  onOpen: (draw: MyDraw) => void
}

/** 我的抽奖, under their days. A long campaign is shown a page at a time. */
export function MyDraws({ draws, onOpen }: MyDrawsProps) {
  return (
    <Card title="我的抽奖" note="每次抽奖都有凭证，次日起可以自己验证。">
      {draws.length === 0 && <Text className="my-draws__none">还没有抽过奖。</Text>}
      <Paged id="my-draws" items={draws} size={DRAWS_AT_ONCE} unit="次">
        {(shown) =>
          drawsByDay(shown).map(({ on, draws: ofDay }) => (
            <View className="my-draws__day" key={on}>
              <Text className="my-draws__on" {...accessible({ role: 'heading' })}>
                {formatDay(on)}
              </Text>
              {ofDay.map((draw) => (
                <DrawRow key={draw.receipt.nonce} draw={draw} onOpen={onOpen} />
              ))}
            </View>
          ))
        }
      </Paged>
    </Card>
  )
}

/** As few nodes as it can be: there may be hundreds of draws. */
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
      {won && <Mark name="tick" size={18} className="my-draws__tick" />}
      <Text className={`my-draws__outcome ${won ? 'my-draws__outcome--won' : ''}`}>{words}</Text>
      <Text className="my-draws__receipt">凭证</Text>
    </View>
  )
}
