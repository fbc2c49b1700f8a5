import { Text, View } from '@tarojs/components'
import type { VehicleCard as Vehicle } from '@/cloud/offers'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Facts } from '@/components/Facts'
import { Plate } from '@/components/Plate'
import { type StateShown, StateWord } from '@/components/StateWord'
import { OfferEntry } from './OfferEntry'
import { Renewal } from './Renewal'
import './VehicleCard.scss'

const policyStates: Record<Vehicle['policyState'], StateShown> = {
  'in-force': { word: '保障中', mark: 'shield', tone: 'good' },
  expired: { word: '已到期', mark: 'clock', tone: 'warn' },
  cancelled: { word: '已退保', mark: 'cross', tone: 'bad' },
}

interface VehicleCardProps {
  vehicle: Vehicle
  now: number
  /** Its renewal is the page's main action. */
  main: boolean
}

/** One vehicle with its policy: what renewing brings, what is due and what is promised. */
export function VehicleCard({ vehicle, now, main }: VehicleCardProps) {
  const { plate, plateKind, vehicleType, policyState, coverStartsOn, coverEndsOn, claimsSoFar, renewal } = vehicle
  const received = vehicle.offers.filter(({ state }) => state.kind !== 'not-given')
  const missed = vehicle.offers.filter(({ state }) => state.kind === 'not-given')
  return (
    <Card className="vehicle-card">
      <View className="vehicle-card__head">
        <Plate plate={plate} kind={plateKind} />
        <View className="vehicle-card__words">
          <Text className="vehicle-card__type">{vehicleType}</Text>
          <StateWord state={policyStates[policyState]} />
        </View>
      </View>
      <Facts
        facts={[
          ['保险期间', `${coverStartsOn} 至 ${coverEndsOn}`],
          ['本期出险', claimsSoFar === 'unknown' ? '待核实' : `${claimsSoFar} 次`],
          ['保单号', vehicle.policyNumber],
        ]}
      />
      {policyState === 'cancelled' && (
        <Banner tone="bad" text="这份保单已经退保，由它带来的优惠已收回或不再发放，明细中写明原因。" />
      )}
      {renewal && <Renewal renewal={renewal} vehicleId={vehicle.vehicleId} now={now} main={main} />}
      {received.length > 0 && <Text className="vehicle-card__title">本保单的权益</Text>}
      {received.map((offer) => (
        <OfferEntry key={offer.rule} offer={offer} />
      ))}
      {missed.length > 0 && <Text className="vehicle-card__title">未享受的优惠</Text>}
      {missed.map((offer) => (
        <OfferEntry key={offer.rule} offer={offer} />
      ))}
    </Card>
  )
}
