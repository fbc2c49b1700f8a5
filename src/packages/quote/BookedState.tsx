import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { day, formatDay, formatInstant } from '#values/days'
import type { Booked } from '@/cloud/leads'
import { telephone } from '@/cloud/platform'
import { Card } from '@/components/Card'
import { DoneState } from '@/components/DoneState'
import { Facts } from '@/components/Facts'
import { PrimaryButton } from '@/components/PrimaryButton'
import './BookedState.scss'

/** Booked: who calls, and by when. */
export function BookedState({ booked: { branchName, branchPhone, bookedAt, callsUntilOn } }: { booked: Booked }) {
  return (
    <View>
      <DoneState
        title="预约已提交"
        sentence={`${branchName}会在 ${formatDay(day(callsUntilOn))}前（含当日）与您联系，请留意来电。`}
      />
      <Card>
        <Facts
          facts={[
            ['网点', branchName],
            ['网点电话', branchPhone],
            ['提交时间', formatInstant(bookedAt)],
          ]}
        />
        <View className="booked-state__actions">
          <PrimaryButton onClick={() => Taro.switchTab({ url: '/pages/offers/index' })}>返回优惠</PrimaryButton>
          <PrimaryButton tone="quiet" onClick={() => telephone(branchPhone)}>
            现在拨打
          </PrimaryButton>
        </View>
      </Card>
    </View>
  )
}
