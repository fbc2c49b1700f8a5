import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { day, formatDay } from '#values/days'
import { type Failure, mayPass } from '@/cloud/call'
import { invitationCodeIn, type ReceivedInvitation, useInvitation } from '@/cloud/referral'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { FailureState } from '@/components/FailureState'
import { ClosedDrawing } from '@/components/illustrations/scenes'
import { Notes } from '@/components/Notes'
import { Page } from '@/components/Page'
import { PrimaryButton } from '@/components/PrimaryButton'
import { Skeleton } from '@/components/Skeleton'
import { AcceptForm } from '../AcceptForm'
import '../referral.scss'

/** Whoever opened their own invitation sends it on from where it came; for anybody else the offers are there. */
const wayOn = ({ code }: Failure) =>
  code === 'invitation-own'
    ? { text: '去推荐有礼', onClick: () => Taro.redirectTo({ url: '/packages/referral/pages/index' }) }
    : { text: '看看有哪些优惠', onClick: () => Taro.switchTab({ url: '/pages/offers/index' }) }

/** 朋友的邀请: where a shared card or a scanned poster leads. */
export default function InvitationPage() {
  const { params } = useRouter<{ r?: string; scene?: string }>()
  const { opened, retry } = useInvitation(invitationCodeIn(params))
  const [accepted, setAccepted] = useState<ReceivedInvitation | null>(null)
  if (opened.status === 'opening') {
    return (
      <Page>
        <Skeleton blocks={[200, 180]} />
      </Page>
    )
  }
  if (opened.status === 'failed') {
    const { failure } = opened
    return (
      <Page>
        {mayPass(failure) ? (
          <FailureState failure={failure} onRetry={retry} />
        ) : (
          <EmptyState drawing={<ClosedDrawing />} sentence={failure.message} action={wayOn(failure)} />
        )}
      </Page>
    )
  }
  const { campaign } = opened.view
  const { by, discount, validUntilOn, phoneTail } = accepted ?? opened.view.invitation
  return (
    <Page demo={campaign.demo}>
      <Card tone="benefit" title={`${by} 邀请您投保`} note={`${campaign.organiser} · ${campaign.title}`}>
        <View className="referral__worth">
          <Text className="referral__label">在新客户折扣之上再享</Text>
          <Text className="referral__figure">{discount}</Text>
          <Text className="referral__label">{formatDay(day(validUntilOn))}前（含当日）投保有效</Text>
        </View>
        {phoneTail !== null && (
          <View className="referral__ways">
            <Text className="referral__advice">已接受邀请：用尾号 {phoneTail} 的手机号投保，折扣自动算上。</Text>
            <PrimaryButton onClick={() => Taro.navigateTo({ url: '/packages/quote/pages/index' })}>
              保费试算
            </PrimaryButton>
          </View>
        )}
      </Card>
      {phoneTail === null && <AcceptForm onAccepted={setAccepted} />}
      <Card>
        <Notes
          sentences={[
            '手机号只留加密的编码和末四位，用来认出您的保单；邀请您的人只看到末四位。',
            '已经是本公司客户的，不用接受邀请，到期续保可享老客户优惠。',
          ]}
        />
      </Card>
    </Page>
  )
}
