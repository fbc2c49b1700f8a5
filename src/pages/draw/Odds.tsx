import { Text, View } from '@tarojs/components'
import { formatPpm, ppm } from '#values/money'
import type { DrawPageView, PrizeOnShow } from '@/cloud/prize-draw'
import { Card } from '@/components/Card'
import { PrizeIcon } from '@/components/illustrations/PrizeIcon'
import { Money } from '@/components/Money'
import './Odds.scss'

const ALL = 1_000_000

/** Odds and stock of every prize, open to everybody. */
export function Odds({
  prizes,
  winningOddsPpm,
  campaign,
}: Pick<DrawPageView, 'prizes' | 'winningOddsPpm' | 'campaign'>) {
  const paused = new Set(campaign.paused.map(({ what }) => what))
  return (
    <Card title="奖品与中奖率" note="每次抽奖的中奖率都一样，剩余数量随抽奖更新。">
      {prizes.map((prize) => (
        <Row prize={prize} paused={paused.has(`prize:${prize.prizeId}`)} key={prize.prizeId} />
      ))}
      <View className="odds__sum">
        <Text>合计中奖率</Text>
        <Text className="odds__figure">{formatPpm(ppm(winningOddsPpm))}</Text>
      </View>
      <View className="odds__sum odds__sum--none">
        <Text>未中奖</Text>
        <Text className="odds__figure">{formatPpm(ppm(ALL - winningOddsPpm))}</Text>
      </View>
    </Card>
  )
}

function Row({ prize, paused }: { prize: PrizeOnShow; paused: boolean }) {
  const { kind, name, valueFen, oddsPpm, left, quantity } = prize
  return (
    <View className="odds__row">
      <PrizeIcon kind={kind} size={36} />
      <View className="odds__prize">
        <Text className="odds__name">{name}</Text>
        <Text className="odds__value">
          价值 <Money of={valueFen} as="promise" />
        </Text>
      </View>
      <View className="odds__side">
        <Text className="odds__figure">{formatPpm(ppm(oddsPpm))}</Text>
        {paused && <Text className="odds__paused">暂停发放</Text>}
        <Text className="odds__value">{left === 0 ? `共 ${quantity}，已发完` : `剩 ${left} / ${quantity}`}</Text>
        <View className="odds__bar">
          <View className="odds__left" style={{ width: `${quantity === 0 ? 0 : (left / quantity) * 100}%` }} />
        </View>
      </View>
    </View>
  )
}
