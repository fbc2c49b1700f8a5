import { Text, View } from '@tarojs/components'
import { carriers } from '#values/carriers'
import { day, formatDay, formatInstant } from '#values/days'
import { copyText } from '@/cloud/platform'
import type { HandOverOnShow } from '@/cloud/prize-collection'
import { Card } from '@/components/Card'
import { CopyButton } from '@/components/CopyButton'
import { Facts } from '@/components/Facts'
import './HandedOver.scss'

/** How the prize came: the parcel to follow, the code to use, or the branch. */
export function HandedOver({ handOver, usage }: { handOver: HandOverOnShow; usage: string }) {
  switch (handOver.kind) {
    case 'carrier':
      return (
        <Card title="快递">
          <Facts
            facts={[
              ['承运商', carriers[handOver.carrier]],
              ['快递单号', handOver.trackingNumber],
              ['寄出时间', formatInstant(handOver.at)],
            ]}
          />
          <CopyButton text="复制快递单号" onCopy={() => copyText(handOver.trackingNumber)} />
        </Card>
      )
    case 'in-person':
      return (
        <Card title="已在网点领取">
          <Facts
            facts={[
              ['网点', handOver.where],
              ['领取时间', formatInstant(handOver.at)],
            ]}
          />
        </Card>
      )
    case 'code':
      return (
        <Card title="券码" note={usage}>
          <View className="handed-over__code">
            <Text selectable userSelect>
              {handOver.code}
            </Text>
          </View>
          <Facts
            facts={[
              ['有效期', handOver.validUntilOn === null ? '不限' : `至 ${formatDay(day(handOver.validUntilOn), true)}`],
            ]}
          />
          <CopyButton text="复制券码" onCopy={() => copyText(handOver.code)} />
        </Card>
      )
  }
}
