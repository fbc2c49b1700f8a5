import { OfficialAccount, Text, View } from '@tarojs/components'
import { runsInWeChat } from '@/cloud/platform'
import { Card } from '@/components/Card'
import { PrimaryButton } from '@/components/PrimaryButton'
import './Follow.scss'

interface FollowCardProps {
  accountName: string
  /** True when drawing needs it; else it is only proposed. */
  required: boolean
  onFollow: () => void
}

/** The proposal to follow the official account. WeChat shows its own bar only in some scenes, so the button stays beside it. */
export function FollowCard({ accountName, required, onFollow }: FollowCardProps) {
  return (
    <Card title={`关注“${accountName}”`} tone="benefit" className="follow-card">
      <Text className="follow-card__sentence">
        {required ? '关注公众号后即可抽奖。' : '关注后可以从公众号回到活动；不关注也可以抽奖。'}
      </Text>
      {runsInWeChat && (
        <View className="follow-card__account">
          <OfficialAccount />
        </View>
      )}
      <PrimaryButton tone={required ? 'main' : 'quiet'} onClick={onFollow}>
        查看公众号二维码
      </PrimaryButton>
    </Card>
  )
}
