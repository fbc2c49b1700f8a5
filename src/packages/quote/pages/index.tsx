import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { type Quote, type QuotedVehicle, quote } from '@/cloud/quote'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Page } from '@/components/Page'
import { PrimaryButton } from '@/components/PrimaryButton'
import { QuoteResult } from '../QuoteResult'
import { VehicleFields } from '../VehicleFields'
import './index.scss'

/** What most private owners drive. */
const USUAL: QuotedVehicle = {
  vehicleType: 'passenger-car',
  usageNature: 'family',
  drivingRegion: 'nationwide',
  claimsLastYear: 0,
}

const RESULT = 'quote-result'

/**
 * The form fills the screen: the result comes into sight by itself, once it stands there. At once: what is pressed next
 * must not move away under the finger. Who has gone on meanwhile has no need of it.
 */
function useResultInSight(there: boolean): void {
  useEffect(() => {
    if (!there) return
    Taro.nextTick(() => {
      Taro.pageScrollTo({ selector: `#${RESULT}`, duration: 0 }).catch(() => undefined)
    })
  }, [there])
}

type State =
  | { status: 'asking' }
  | { status: 'counting' }
  | { status: 'quoted'; quote: Quote; vehicle: QuotedVehicle }
  | { status: 'failed'; message: string }

/** 试算 for who is not a customer yet: four answers, and what the premium would be with the offer. */
export default function QuotePage() {
  const [vehicle, setVehicle] = useState(USUAL)
  const [state, setState] = useState<State>({ status: 'asking' })
  useResultInSight(state.status === 'quoted')
  const count = async () => {
    setState({ status: 'counting' })
    const result = await quote(vehicle)
    setState(
      result.ok ? { status: 'quoted', quote: result.data, vehicle } : { status: 'failed', message: result.message },
    )
  }
  const change = (next: QuotedVehicle) => {
    setVehicle(next)
    // A result that no longer belongs to what is chosen is not shown.
    setState({ status: 'asking' })
  }
  return (
    <Page>
      <Card title="您的车辆" note="已按多数家用车填好，可以直接试算。">
        <VehicleFields vehicle={vehicle} onChange={change} />
        <View>{state.status === 'failed' && <Banner tone="bad" text={state.message} />}</View>
        {state.status !== 'quoted' && (
          <View className="quote__action">
            <PrimaryButton disabled={state.status === 'counting'} onClick={count}>
              {state.status === 'counting' ? '正在计算' : '开始试算'}
            </PrimaryButton>
          </View>
        )}
      </Card>
      <View id={RESULT}>
        {state.status === 'quoted' && <QuoteResult quote={state.quote} vehicle={state.vehicle} />}
      </View>
    </Page>
  )
}
