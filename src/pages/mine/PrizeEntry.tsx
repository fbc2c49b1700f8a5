import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { dayOf, formatDay } from '#values/days'
import type { MyPrize } from '@/cloud/prizes'
import { accessible } from '@/components/accessible'
import { Mark } from '@/components/illustrations/Mark'
import { PrizeIcon } from '@/components/illustrations/PrizeIcon'
import { Money } from '@/components/Money'
import { entranceOf, showStage } from './prize-status'
import './PrizeEntry.scss'

/** One prize: what it is, its state, what comes next, and on request the ledger's statement. */
export function PrizeEntry({ prize }: { prize: MyPrize }) {
  const [open, setOpen] = useState(false)
  const status = showStage(prize.stage)
  const entrance = entranceOf(prize.stage, prize.way)
  return (
    <View className="prize-entry" id={`prize-${prize.benefitId}`}>
      <View className="prize-entry__top">
        <View className="prize-entry__icon">
          <PrizeIcon kind={prize.kind} size={44} />
        </View>
        <View className="prize-entry__words">
          <Text className="prize-entry__name">{prize.name}</Text>
          <View className="prize-entry__facts">
            <Text className="prize-entry__fact">
              价值 <Money of={prize.valueFen} as="promise" />
            </Text>
            <Text className="prize-entry__fact">{formatDay(dayOf(prize.wonAt))}抽中</Text>
          </View>
        </View>
        <View className={`prize-entry__status prize-entry__status--${status.tone}`}>
          <Mark name={status.mark} size={18} />
          <Text>{status.word}</Text>
        </View>
      </View>
      <Text className="prize-entry__next">{prize.next}</Text>
      {entrance && (
        <View
          className={`prize-entry__go ${entrance.urgent ? 'prize-entry__go--urgent' : ''}`}
          hoverClass="prize-entry__go--pressed"
          onClick={() =>
            Taro.navigateTo({
              url: `/packages/prize-collection/pages/index?prize=${encodeURIComponent(prize.benefitId)}`,
            })
          }
          {...accessible({ role: 'button', label: `${prize.name}，${entrance.text}` })}
        >
          <Text>{entrance.text}</Text>
          <Mark name="forward" size={16} />
        </View>
      )}
      <View
        className="prize-entry__more"
        onClick={() => setOpen(!open)}
        {...accessible({ role: 'button', label: `${prize.name}的明细，${open ? '收起' : '展开'}` })}
        aria-expanded={open}
      >
        <Text>{open ? '收起明细' : '查看明细'}</Text>
        <Mark name="down" size={16} className={open ? 'prize-entry__arrow--open' : ''} />
      </View>
      {open && (
        <View className="prize-entry__statement">
          {prize.statement.map((line) => (
            <View className="prize-entry__line" key={line.label}>
              <Text className="prize-entry__line-label">{line.label}</Text>
              <Text className="prize-entry__line-value">{line.value}</Text>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
