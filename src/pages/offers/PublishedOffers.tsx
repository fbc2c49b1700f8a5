import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OffersView } from '@/cloud/offers'
import { ActionBar } from '@/components/ActionBar'
import { Card } from '@/components/Card'
import { InvitedBy } from '@/components/InvitedBy'
import { LinkRow } from '@/components/LinkRow'
import { Page } from '@/components/Page'
import { PrimaryButton } from '@/components/PrimaryButton'
import { BindingSteps } from './BindingSteps'
import { Head, isOver } from './Head'
import { OfferTile } from './OfferTile'
import { PausedOffers } from './PausedOffers'
import './PublishedOffers.scss'

const open = (url: string) => void Taro.navigateTo({ url })

/** Nothing bound yet: what joining and renewing give, and how to see what it is for one's own vehicle. */
export function PublishedOffers({ view, stale }: { view: OffersView; stale: boolean }) {
  const { campaign, newCustomer, renewing, invitation, referral } = view
  return (
    <Page demo={campaign.demo}>
      <Head
        campaign={campaign}
        title="续保、投保都有优惠"
        sentence="优惠以商业险保费为基础，交强险不参与任何折扣。"
        stale={stale}
      />
      <PausedOffers campaign={campaign} />
      {invitation && <InvitedBy invitation={invitation} />}
      <BindingSteps />
      {renewing.length > 0 && (
        <Card title="老客户续保">
          {renewing.map((offer) => (
            <OfferTile key={offer.rule} offer={offer} />
          ))}
        </Card>
      )}
      {newCustomer.length > 0 && (
        <Card title="新客户投保">
          {newCustomer.map((offer) => (
            <OfferTile key={offer.rule} offer={offer} />
          ))}
        </Card>
      )}
      <Card>
        {referral && (
          <LinkRow
            mark="gift"
            title="推荐有礼"
            note={`朋友投保，您得 ${referral.reward}`}
            onClick={() => open('/packages/referral/pages/index')}
          />
        )}
        <LinkRow
          mark="rules"
          title="活动规则"
          note="每项优惠的条件、期限与条款"
          onClick={() => open('/packages/rules/pages/index')}
        />
      </Card>
      <View className="published-offers__foot">
        <Text>主办方：{campaign.organiser}</Text>
      </View>
      <ActionBar>
        {!isOver(campaign) && (
          <PrimaryButton tone="quiet" onClick={() => open('/packages/quote/pages/index')}>
            保费试算
          </PrimaryButton>
        )}
        <PrimaryButton onClick={() => open('/packages/binding/pages/index')}>绑定保单</PrimaryButton>
      </ActionBar>
    </Page>
  )
}
