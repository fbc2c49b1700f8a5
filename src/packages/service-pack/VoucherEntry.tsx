import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { day, formatDay, formatInstant } from '#values/days'
import type { Voucher } from '@/cloud/service-pack'
import { accessible } from '@/components/accessible'
import { StateWord } from '@/components/StateWord'
import { Unfold } from '@/components/Unfold'
import { usesText, voucherStates } from './voucher-state'
import './VoucherEntry.scss'

/** One voucher: what it is for, how often and until when; its code, and what it was used for. */
export function VoucherEntry({ voucher }: { voucher: Voucher }) {
  const { voucherId, title, detail, plate, validFromOn, validUntilOn, usesLeft, state, history } = voucher
  const usable = state === 'usable'
  return (
    <View className={`voucher-entry voucher-entry--${state}`}>
      <View className="voucher-entry__top">
        <View className="voucher-entry__words">
          <Text className="voucher-entry__title">{title}</Text>
          <Text className="voucher-entry__detail">{detail}</Text>
        </View>
        {usable ? (
          <View
            className="voucher-entry__use"
            hoverClass="voucher-entry__use--pressed"
            onClick={() => Taro.navigateTo({ url: `/packages/shown-code/pages/index?voucher=${voucherId}` })}
            {...accessible({ role: 'button', label: `使用${title}` })}
          >
            <Text>使用</Text>
          </View>
        ) : (
          <StateWord state={voucherStates[state]} />
        )}
      </View>
      <View className="voucher-entry__facts">
        <Text>{plate}</Text>
        {usable && <Text>{usesText(usesLeft)}</Text>}
        <Text>
          {state === 'not-yet'
            ? `${formatDay(day(validFromOn), true)}起可用`
            : `有效期至 ${formatDay(day(validUntilOn), true)}（含当日）`}
        </Text>
      </View>
      {history.length > 0 && (
        <Unfold what={`使用记录（${history.length}）`} of={title}>
          {history.map(({ at, where, item }) => (
            <View className="voucher-entry__past" key={at}>
              <Text className="voucher-entry__item">{item}</Text>
              <Text className="voucher-entry__where">{`${formatInstant(at)} · ${where}`}</Text>
            </View>
          ))}
        </Unfold>
      )}
    </View>
  )
}
