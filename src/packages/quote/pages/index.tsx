import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { plateKindOf } from '#values/plate'
import { vehicleText } from '#values/vehicle-words'
import { type Quote, type QuotedVehicle, quote } from '@/cloud/quote'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { FieldAction } from '@/components/FieldAction'
import { InvitedBy } from '@/components/InvitedBy'
import { Page } from '@/components/Page'
import { PlateField } from '@/components/PlateField'
import { PrimaryButton } from '@/components/PrimaryButton'
import { claimsText } from '../claims-text'
import { QuoteResult } from '../QuoteResult'
import { keepPlate } from '../quoted-plate'
import { VehicleFields } from '../VehicleFields'
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

/** Nothing typed is none; what is typed is a whole plate. */
const plateProblem = (plate: string): string | null =>
  plate === '' || plateKindOf(plate) !== null ? null : '请填写完整的车牌号，或全部删除'

/** 试算 for who is not a customer yet: four answers and, for the branch that calls, the plate; then in their place what the premium would be with the offer. */
export default function QuotePage() {
  const [vehicle, setVehicle] = useState(USUAL)
  const [plate, setPlate] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [state, setState] = useState<State>({ status: 'asking' })
  const count = async () => {
    const mistake = plateProblem(plate)
    setProblem(mistake)
    if (mistake !== null) return
    keepPlate(plate)
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
          <Text className="quote__vehicle">{[vehicleText(vehicle), plate].filter(Boolean).join(' · ')}</Text>
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
        <PlateField
          label="车牌号（可不填）"
          value={plate}
          onChange={(next) => !counting && setPlate(next)}
          error={problem}
        />
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
