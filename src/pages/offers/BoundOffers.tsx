import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { fen, formatFen } from '#values/money'
import type { BoundView, OffersView } from '@/cloud/offers'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { EmptyDrawing } from '@/components/illustrations/scenes'
import { LinkRow } from '@/components/LinkRow'
import { Page } from '@/components/Page'
import { Head, isOver } from './Head'
import { isHeld } from './offer-state'
import { PausedOffers } from './PausedOffers'
import { VehicleCard } from './VehicleCard'
import './PublishedOffers.scss'

interface BoundOffersProps {
  view: OffersView
  bound: BoundView
  stale: boolean
}

const open = (url: string) => void Taro.navigateTo({ url })

/** A card for each vehicle, and what belongs to all of them. */
export function BoundOffers({ view: { campaign, now, referral }, bound, stale }: BoundOffersProps) {
  const held = heldFen(bound)
  const { bankAccount, needsBankAccount, toConfirmFen } = bound
  return (
    <Page demo={campaign.demo}>
      <Head
        campaign={campaign}
        title={`${bound.holderName}，您好`}
        sentence={`已绑定手机号 ${bound.phone}`}
        {...(held > 0 && { figure: { label: '已确定的减免与返还', value: formatFen(fen(held)) } })}
        stale={stale}
      />
      <PausedOffers campaign={campaign} />
      {toConfirmFen > 0 && (
        <Banner
          tone="warn"
          text={`${formatFen(fen(toConfirmFen))} 等您在微信里确认收款，超过 24 小时会退回。`}
          action={{ text: '去确认', onClick: () => open('/packages/bank-account/pages/index') }}
        />
      )}
      {bound.vehicles.length === 0 && (
        <Card>
          <EmptyState
            drawing={<EmptyDrawing />}
            sentence="您名下目前没有参加活动的保单。"
            {...(!isOver(campaign) && {
              action: { text: '保费试算', onClick: () => open('/packages/quote/pages/index') },
            })}
          />
        </Card>
      )}
      {bound.vehicles.map((vehicle, index) => (
        <VehicleCard
          key={vehicle.vehicleId}
          vehicle={vehicle}
          now={now}
          main={index === bound.vehicles.findIndex(({ renewal }) => renewal !== null)}
        />
      ))}
      {needsBankAccount && bankAccount === null && (
        <Banner
          tone="warn"
          text="现金返还需要您本人的收款账户，填写后才能打款。"
          action={{ text: '去填写', onClick: () => open('/packages/bank-account/pages/index') }}
        />
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
        {bound.vehicles.some(({ offers }) =>
          offers.some((offer) => offer.rule === 'service-pack' && isHeld(offer)),
        ) && (
          <LinkRow
            mark="wrench"
            title="服务礼包"
            note="道路救援、车辆检测、工时与配件券"
            onClick={() => open('/packages/service-pack/pages/index')}
          />
        )}
        {(needsBankAccount || bankAccount !== null) && (
          <LinkRow
            mark="card"
            title="收款账户"
            note={bankAccount ? accountNote(bankAccount) : '还没有填写'}
            onClick={() => open('/packages/bank-account/pages/index')}
          />
        )}
        <LinkRow
          mark="lock"
          title="我的信息"
          note="留存内容、查看记录、解除绑定"
          onClick={() => open('/packages/my-data/pages/index')}
        />
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
    </Page>
  )
}

/** A purse in WeChat has no number. */
const accountNote = ({ bankName, tail }: NonNullable<BoundView['bankAccount']>): string =>
  tail === '' ? bankName : `${bankName}，尾号 ${tail}`

/** Money only: gifts and services are not summed up with it. */
function heldFen({ vehicles }: BoundView): number {
  let sum = 0
  for (const { offers } of vehicles)
    for (const offer of offers)
      if (isHeld(offer) && offer.form !== 'gift' && offer.form !== 'service') sum += offer.amountFen ?? 0
  return sum
}
