import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { fen, formatYuan } from '#values/money'
import { choose, type ReferralReward } from '@/cloud/referral'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { Choices } from '@/components/Choices'
import { type StateShown, StateWord } from '@/components/StateWord'
import './referral.scss'

const given: Record<Extract<ReferralReward['state'], { kind: 'given' }>['status'], StateShown> = {
  pending: { word: '待审核', mark: 'unknown', tone: 'warn' },
  approved: { word: '已通过', mark: 'tick', tone: 'good' },
  fulfilled: { word: '已给付', mark: 'tick', tone: 'good' },
  refused: { word: '不给付', mark: 'cross', tone: 'bad' },
  expired: { word: '已过期', mark: 'cross', tone: 'quiet' },
  'clawed-back': { word: '已收回', mark: 'cross', tone: 'bad' },
}

const forms = [
  { value: 'cash', text: '现金' },
  { value: 'gift', text: '等值礼品' },
] as const

interface RewardsProps {
  rewards: readonly ReferralReward[]
  onChosen: () => void
}

/** What the referrals brought, the latest first, with their due days. Those that came to nothing stand among the invitations. */
export function Rewards({ rewards, onChosen }: RewardsProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const shown = rewards.filter(({ state }) => state.kind === 'given')
  if (shown.length === 0) return null
  const take = async (reward: ReferralReward, form: ReferralReward['form']) => {
    const result = await choose(reward, form)
    setFailure(result.ok ? null : result.message)
    onChosen()
  }
  return (
    <Card title="我的奖励">
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      {shown.map((reward) => (
        <View className="referral__row" key={reward.benefitId}>
          <View className="referral__head">
            <Text className="referral__who">
              {reward.amountFen === null ? '待核实' : formatYuan(fen(reward.amountFen))} · {reward.who}
            </Text>
            {reward.state.kind === 'given' && <StateWord state={given[reward.state.status]} />}
          </View>
          <Text className="referral__next">{reward.next}</Text>
          {reward.choosable && (
            <Choices
              label="奖励形式"
              choices={forms}
              value={reward.form}
              onChange={(form) => void take(reward, form)}
              hint={reward.giftName ?? '审核前可以改'}
            />
          )}
        </View>
      ))}
    </Card>
  )
}
