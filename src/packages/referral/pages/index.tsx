import Taro, { useShareAppMessage } from '@tarojs/taro'
import { useReferral } from '@/cloud/referral'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { FailureState } from '@/components/FailureState'
import { Notes } from '@/components/Notes'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { Invitations } from '../Invitations'
import { Rewards } from '../Rewards'
import { Ways } from '../Ways'

/** 推荐有礼: what bringing somebody is worth, how to invite, who came, and what it brought. */
export default function Referral() {
  const { reading, reload } = useReferral()
  const standing = reading.status === 'ready' ? reading.data.standing : null
  useShareAppMessage(() =>
    standing?.kind === 'may'
      ? { title: standing.shareTitle, path: `/packages/referral/pages/invitation?r=${standing.code}` }
      : { title: '车主回馈', path: '/pages/offers/index' },
  )
  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[236, 120, 220]} />
      </Page>
    )
  }
  if (reading.status === 'failed') {
    return (
      <Page>
        <FailureState failure={reading.failure} onRetry={reload} />
      </Page>
    )
  }
  const { data: view, stale } = reading
  return (
    <Page demo={view.campaign.demo}>
      <Ways view={view} stale={stale} />
      {view.needsBankAccount && (
        <Banner
          tone="warn"
          text="现金奖励需要您本人的收款账户，填写后才能打款。"
          action={{ text: '去填写', onClick: () => Taro.navigateTo({ url: '/packages/bank-account/pages/index' }) }}
        />
      )}
      <Rewards rewards={view.rewards} hasAccount={!view.needsBankAccount} onChosen={reload} />
      <Invitations invitations={view.invitations} may={view.standing.kind === 'may'} />
      <Card title="推荐规则">
        <Notes sentences={view.rules} />
      </Card>
    </Page>
  )
}
