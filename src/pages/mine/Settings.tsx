import { Switch } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/Card'
import type { MarkName } from '@/components/illustrations/Mark'
import { LinkRow } from '@/components/LinkRow'
import { useLargeType } from '@/components/large-type'
import { Row } from '@/components/Row'

interface Entrance {
  /** Folder of the subpackage; its first page is opened. */
  to: string
  mark: MarkName
  title: string
  note: string
}

const redeeming: Entrance = {
  to: 'redeem',
  mark: 'scan',
  title: '网点核销',
  note: '核销服务券、发放奖品、查询客户',
}

const entrances: readonly Entrance[] = [
  { to: 'referral', mark: 'gift', title: '推荐有礼', note: '邀请朋友，查看邀请和奖励' },
  { to: 'shown-code', mark: 'card', title: '我的身份码', note: '到网点办理时出示' },
  { to: 'my-data', mark: 'person', title: '我的信息', note: '留存内容、查看记录、副本与删除' },
  { to: 'rules', mark: 'rules', title: '活动规则', note: '时间、奖品、概率与领奖方式' },
  { to: 'fairness', mark: 'open', title: '开奖验证', note: '自己核对每一次抽奖' },
]

/** The phone's own setting and the way to what is promised. Always there, also when the rest could not be loaded. */
export function Settings({ redeems }: { redeems: boolean }) {
  const [large, chooseLarge] = useLargeType()
  return (
    <Card>
      <Row
        mark="letters"
        title="大字模式"
        role="switch"
        checked={large}
        end={<Switch checked={large} color="#C8161D" {...accessible({ hidden: true })} />}
        onClick={() => chooseLarge(!large)}
      />
      {[...(redeems ? [redeeming] : []), ...entrances].map(({ to, ...shown }) => (
        <LinkRow key={to} {...shown} onClick={() => Taro.navigateTo({ url: `/packages/${to}/pages/index` })} />
      ))}
    </Card>
  )
}
