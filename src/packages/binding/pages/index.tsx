import Taro from '@tarojs/taro'
import { useState } from 'react'
import { DoneState } from '@/components/DoneState'
import { Page } from '@/components/Page'
import { PrimaryButton } from '@/components/PrimaryButton'
import { BindingForm } from '../BindingForm'

/** 绑定保单: the phone number and one more thing that only the policyholder knows. */
export default function Binding() {
  const [vehicles, setVehicles] = useState<number | null>(null)
  return (
    <Page>
      {vehicles === null ? (
        <BindingForm onBound={setVehicles} />
      ) : (
        <DoneState title="绑定成功" sentence={`已为您找到 ${vehicles} 辆车的保单，优惠和明细都在“优惠”里。`}>
          <PrimaryButton onClick={() => Taro.switchTab({ url: '/pages/offers/index' })}>查看我的优惠</PrimaryButton>
        </DoneState>
      )}
    </Page>
  )
}
