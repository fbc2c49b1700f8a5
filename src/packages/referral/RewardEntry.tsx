import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { fen, formatYuan } from '#values/money'
import type { ReferralReward } from '@/cloud/referral'
import { Choices } from '@/components/Choices'
import { FieldAction } from '@/components/FieldAction'
import { Statement } from '@/components/Statement'
import { type StateShown, StateWord } from '@/components/StateWord'
import { Unfold } from '@/components/Unfold'
import './referral.scss'

type Form = ReferralReward['form']
type Status = Extract<ReferralReward['state'], { kind: 'given' }>['status']

/** What is on its way is told by what it is: money comes by itself, a gift is fetched. */
const onItsWay: Record<Form, Record<'approved' | 'fulfilled', string>> = {
  cash: { approved: '待打款', fulfilled: '已到账' },
  gift: { approved: '待领取', fulfilled: '已领取' },
}

function showStatus(status: Status, form: Form): StateShown {
  switch (status) {
    case 'pending':
      return { word: '待审核', mark: 'clock', tone: 'warn' }
    case 'approved':
      return { word: onItsWay[form].approved, mark: 'parcel', tone: 'good' }
    case 'fulfilled':
      return { word: onItsWay[form].fulfilled, mark: 'tick', tone: 'good' }
    case 'refused':
      return { word: '不再奖励', mark: 'cross', tone: 'bad' }
    case 'expired':
      return { word: '已过期', mark: 'cross', tone: 'quiet' }
    case 'clawed-back':
      return { word: '已收回', mark: 'back', tone: 'bad' }
  }
}

const forms = [
  { value: 'cash', text: '现金' },
  { value: 'gift', text: '等值礼品' },
] as const

interface RewardEntryProps {
  reward: ReferralReward
  onChoose: (form: Form) => void
}

/** One reward: how much and for whom, its state, by when, and on request how the amount came about. */
export function RewardEntry({ reward, onChoose }: RewardEntryProps) {
  const { amountFen, who, state, form, giftName, next, choosable, statement } = reward
  const status = state.kind === 'given' ? state.status : null
  return (
    <View className="referral__row">
      <View className="referral__head">
        <Text className="referral__who">
          {amountFen === null ? '待核实' : formatYuan(fen(amountFen))} · {who}
        </Text>
        {status && <StateWord state={showStatus(status, form)} />}
      </View>
      <Text className="referral__next">{next}</Text>
      {form === 'gift' && status === 'approved' && (
        <FieldAction
          text="出示我的身份码"
          onClick={() => Taro.navigateTo({ url: '/packages/shown-code/pages/index' })}
        />
      )}
      {choosable && (
        <Choices label="奖励形式" choices={forms} value={form} onChange={onChoose} hint={giftName ?? '审核前可以改'} />
      )}
      {statement.length > 0 && (
        <Unfold what="明细" of={`${who}的奖励`}>
          <Statement lines={statement} />
        </Unfold>
      )}
    </View>
  )
}
