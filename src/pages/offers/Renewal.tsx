import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { day, dayOf, daysBetween, formatDay } from '#values/days'
import { fen, formatFen } from '#values/money'
import type { VehicleCard } from '@/cloud/offers'
import { accessible } from '@/components/accessible'
import { Mark } from '@/components/illustrations/Mark'
import { PrimaryButton } from '@/components/PrimaryButton'
import { OfferEntry } from './OfferEntry'
import './Renewal.scss'

interface RenewalProps {
  renewal: NonNullable<VehicleCard['renewal']>
  vehicleId: string
  now: number
  main: boolean
}

/** 续保: the premium before and after, each difference by its line, and the way to renew. */
export function Renewal({ renewal, vehicleId, now, main }: RenewalProps) {
  const { fromOn, untilOn, premiumBeforeFen, premiumAfterFen, offers } = renewal
  const today = dayOf(now)
  const open = today >= fromOn && today <= untilOn
  return (
    <View className="renewal">
      <View className="renewal__top">
        <Text className="renewal__title" {...accessible({ role: 'heading' })}>
          续保可享
        </Text>
        <Text className="renewal__days">{daysText(today, fromOn, untilOn)}</Text>
      </View>
      <View className="renewal__premiums">
        <View className="renewal__premium">
          <Text className="renewal__label">商业险原保费</Text>
          <Text className="renewal__before">{formatFen(fen(premiumBeforeFen))}</Text>
        </View>
        <Mark name="forward" size={20} className="renewal__arrow" />
        <View className="renewal__premium renewal__premium--after">
          <Text className="renewal__label">续保折后</Text>
          <Text className="renewal__after">
            {premiumAfterFen === null ? '待核实' : formatFen(fen(premiumAfterFen))}
          </Text>
        </View>
      </View>
      {premiumAfterFen !== null && premiumAfterFen < premiumBeforeFen && (
        <Text className="renewal__saved">{`续保立减 ${formatFen(fen(premiumBeforeFen - premiumAfterFen))}`}</Text>
      )}
      <Text className="renewal__note">按目前的信息计算，以出单时核定为准。交强险另计，不参与折扣。</Text>
      {offers.map((offer) => (
        <OfferEntry key={offer.rule} offer={offer} />
      ))}
      {open && (
        <View className="renewal__action">
          <PrimaryButton
            tone={main ? 'main' : 'quiet'}
            onClick={() => Taro.navigateTo({ url: `/packages/quote/pages/booking?kind=renew&vehicle=${vehicleId}` })}
          >
            预约续保
          </PrimaryButton>
        </View>
      )}
    </View>
  )
}

function daysText(today: string, fromOn: string, untilOn: string): string {
  if (today < fromOn) return `${formatDay(day(fromOn))}起可续保`
  if (today > untilOn) return `已于 ${formatDay(day(untilOn))}截止`
  const left = daysBetween(day(today), day(untilOn))
  return left === 0 ? '今天截止' : `${formatDay(day(untilOn))}前（含当日），还有 ${left} 天`
}
