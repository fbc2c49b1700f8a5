import Taro from '@tarojs/taro'
import { telephone } from '@/cloud/platform'
import { useVouchers } from '@/cloud/service-pack'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { FailureState } from '@/components/FailureState'
import { EmptyDrawing } from '@/components/illustrations/scenes'
import { LinkRow } from '@/components/LinkRow'
import { Page } from '@/components/Page'
import { Skeleton } from '@/components/Skeleton'
import { StaleMark } from '@/components/StaleMark'
import { VoucherEntry } from '../VoucherEntry'
import { Workshops } from '../Workshops'
import './index.scss'

const bindFirst = {
  text: '绑定保单',
  onClick: () => Taro.navigateTo({ url: '/packages/binding/pages/index' }),
}

/** 服务礼包: what can be used, what was used, where, and whom to call on the road. */
export default function ServicePack() {
  const { reading, reload } = useVouchers()
  if (reading.status === 'loading') {
    return (
      <Page>
        <Skeleton blocks={[72, 148, 148, 148]} />
      </Page>
    )
  }
  if (reading.status === 'failed') {
    return (
      <Page>
        <FailureState failure={reading.failure} onRetry={reload} ways={{ 'not-bound': bindFirst }} />
      </Page>
    )
  }
  const { vouchers, workshops, hotline } = reading.data
  return (
    <Page>
      <Card tone="benefit" className="service-pack__hotline">
        <LinkRow
          mark="phone"
          title={`救援热线 ${hotline}`}
          note="全天接听，需要拖车、搭电、换胎时拨打"
          onClick={() => telephone(hotline)}
        />
      </Card>
      <Card title="我的服务券" aside={<StaleMark stale={reading.stale} />}>
        {vouchers.length === 0 ? (
          <EmptyState
            drawing={<EmptyDrawing />}
            sentence="还没有服务券。新客户投保后，服务券会出现在这里。"
            action={{ text: '看优惠', onClick: () => Taro.switchTab({ url: '/pages/offers/index' }) }}
          />
        ) : (
          vouchers.map((voucher) => <VoucherEntry key={voucher.voucherId} voucher={voucher} />)
        )}
      </Card>
      {workshops.length > 0 && <Workshops workshops={workshops} />}
    </Page>
  )
}
