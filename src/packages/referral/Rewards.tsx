import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { choose, type ReferralReward } from '@/cloud/referral'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { LinkRow } from '@/components/LinkRow'
import { RewardEntry } from './RewardEntry'

interface RewardsProps {
  rewards: readonly ReferralReward[]
  /** Whether money could be paid; whoever has no account yet is asked for one above. */
  hasAccount: boolean
  onChosen: () => void
}

/** What the referrals brought, the latest first, with their due days. Those that came to nothing stand among the invitations. */
export function Rewards({ rewards, hasAccount, onChosen }: RewardsProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const given = rewards.filter(({ state }) => state.kind === 'given')
  if (given.length === 0) return null
  const take = async (reward: ReferralReward, form: ReferralReward['form']) => {
    const result = await choose(reward, form)
    setFailure(result.ok ? null : result.message)
    onChosen()
  }
  return (
    <Card title="我的奖励">
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      {given.map((reward) => (
        <RewardEntry key={reward.benefitId} reward={reward} onChoose={(form) => void take(reward, form)} />
      ))}
      {hasAccount && given.some(isPaid) && (
        <LinkRow
          mark="card"
          title="收款账户"
          note="现金奖励付到这里，可以查看和更正"
          onClick={() => Taro.navigateTo({ url: '/packages/bank-account/pages/index' })}
        />
      )}
    </Card>
  )
}

/** In money, to the referrer's account: paid, or still to be. */
const isPaid = ({ form, state }: ReferralReward): boolean =>
  form === 'cash' && state.kind === 'given' && ['pending', 'approved', 'fulfilled'].includes(state.status)
