import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { type Quote, type QuotedVehicle, quote } from '@/cloud/quote'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { FieldAction } from '@/components/FieldAction'
import { InvitedBy } from '@/components/InvitedBy'
import { Page } from '@/components/Page'
import { PrimaryButton } from '@/components/PrimaryButton'
import { QuoteResult } from '../QuoteResult'
import { VehicleFields } from '../VehicleFields'
import { claimsText, vehicleText } from '../vehicle-text'
import './index.scss'

/** What most private owners drive. */
const USUAL: QuotedVehicle = {
  vehicleType: 'passenger-car',
  usageNature: 'family',
  drivingRegion: 'nationwide',
  claimsLastYear: 0,
}

/** Before the result is there: once something can be pressed, nothing may move away under the finger. */
const toTop = () => Taro.pageScrollTo({ scrollTop: 0, duration: 0 }).catch(() => undefined)

type State =
  | { status: 'asking' }
  | { status: 'counting' }
  | { status: 'quoted'; quote: Quote }
  | { status: 'failed'; message: string }

/** 试算 for who is not a customer yet: four answers, then in their place what the premium would be with the offer. */
export default function QuotePage() {
  const [vehicle, setVehicle] = useState(USUAL)
  const [state, setState] = useState<State>({ status: 'asking' })
  const count = async () => {
    setState({ status: 'counting' })
    const result = await quote(vehicle)
    if (result.ok) await toTop()
    setState(result.ok ? { status: 'quoted', quote: result.data } : { status: 'failed', message: result.message })
  }
  if (state.status === 'quoted') {
    return (
      <Page>
        <Card
          title="您的车辆"
          aside={<FieldAction text="修改" onClick={() => setState({ status: 'asking' })} />}
          note={claimsText(vehicle.claimsLastYear)}
        >
          <Text className="quote__vehicle">{vehicleText(vehicle)}</Text>
        </Card>
        <View>{state.quote.invitation && <InvitedBy invitation={state.quote.invitation} />}</View>
        <QuoteResult quote={state.quote} vehicle={vehicle} />
      </Page>
    )
  }
  const counting = state.status === 'counting'
  return (
    <Page>
      <Card title="您的车辆" note="已按多数家用车填好，可以直接试算。">
        {/* What is being counted is not changed meanwhile. */}
        <VehicleFields vehicle={vehicle} onChange={(next) => !counting && setVehicle(next)} />
        <View>{state.status === 'failed' && <Banner tone="bad" text={state.message} />}</View>
        <View className="quote__action">
          <PrimaryButton disabled={counting} onClick={count}>
            {counting ? '正在计算' : '开始试算'}
          </PrimaryButton>
        </View>
      </Card>
    </Page>
  )
}
