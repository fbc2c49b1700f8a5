import { Switch, Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/Card'
import { Mark } from '@/components/illustrations/Mark'
import { LinkRow } from '@/components/LinkRow'
import { useLargeType } from '@/components/large-type'
import './Settings.scss'

/** The phone's own setting and the way to what is promised. Always there, also when the rest could not be loaded. */
export function Settings({ redeems }: { redeems: boolean }) {
  const [large, chooseLarge] = useLargeType()
  return (
    <Card>
      <View
        className="settings__switch"
        onClick={() => chooseLarge(!large)}
        {...accessible({ role: 'switch', label: '大字模式' })}
        aria-checked={large}
      >
        <Mark name="letters" size={24} className="settings__mark" />
        <Text className="settings__title">大字模式</Text>
        <Switch className="settings__state" checked={large} color="#C8161D" {...accessible({ hidden: true })} />
      </View>
      {redeems && (
        <LinkRow
          mark="scan"
          title="网点核销"
          note="核销服务券、发放奖品、查询客户"
          onClick={() => Taro.navigateTo({ url: '/packages/redeem/pages/index' })}
        />
      )}
      <LinkRow
        mark="gift"
        title="推荐有礼"
        note="邀请朋友，查看邀请和奖励"
        onClick={() => Taro.navigateTo({ url: '/packages/referral/pages/index' })}
      />
      <LinkRow
        mark="card"
        title="我的身份码"
        note="到网点办理时出示"
        onClick={() => Taro.navigateTo({ url: '/packages/shown-code/pages/index' })}
      />
      <LinkRow
        mark="person"
        title="我的信息"
        note="留存内容、查看记录、副本与删除"
        onClick={() => Taro.navigateTo({ url: '/packages/my-data/pages/index' })}
      />
      <LinkRow
        mark="rules"
        title="活动规则"
        note="时间、奖品、概率与领奖方式"
        onClick={() => Taro.navigateTo({ url: '/packages/rules/pages/index' })}
      />
      <LinkRow
        mark="open"
        title="开奖验证"
        note="自己核对每一次抽奖"
        onClick={() => Taro.navigateTo({ url: '/packages/fairness/pages/index' })}
      />
    </Card>
  )
}
