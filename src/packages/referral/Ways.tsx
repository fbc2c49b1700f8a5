import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReferralView } from '@/cloud/referral'
import { Card } from '@/components/Card'
import { PrimaryButton } from '@/components/PrimaryButton'
import { StaleMark } from '@/components/StaleMark'
import './referral.scss'

const open = (url: string) => void Taro.navigateTo({ url })

/** What it is worth to both, and the ways to invite; or what would let the customer invite. */
export function Ways({ view: { reward, inviteeDiscount, standing }, stale }: { view: ReferralView; stale: boolean }) {
  return (
    <Card tone="benefit" title="朋友投保，双方都有回馈" aside={<StaleMark stale={stale} />}>
      <View className="referral__worth">
        <Text className="referral__label">您得</Text>
        <Text className="referral__figure">{reward}</Text>
        <Text className="referral__label">朋友在新客户折扣之上再享</Text>
        <Text className="referral__figure">{inviteeDiscount}</Text>
      </View>
      {standing.kind === 'may' ? (
        <View className="referral__ways">
          <PrimaryButton openType="share">邀请微信朋友</PrimaryButton>
          <PrimaryButton tone="quiet" onClick={() => open('/packages/share/pages/poster?of=referral')}>
            我的邀请海报
          </PrimaryButton>
        </View>
      ) : (
        <View className="referral__ways">
          <Text className="referral__advice">{standing.advice}</Text>
          {standing.why === 'not-bound' && (
            <PrimaryButton onClick={() => open('/packages/binding/pages/index')}>绑定保单</PrimaryButton>
          )}
          {standing.why === 'no-policy-in-force' && (
            <PrimaryButton onClick={() => open('/packages/quote/pages/index')}>保费试算</PrimaryButton>
          )}
        </View>
      )}
    </Card>
  )
}
