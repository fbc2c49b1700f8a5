import { Text, View } from '@tarojs/components'
import { formatInstant } from '#values/days'
import type { MyData } from '@/cloud/my-data'
import { Card } from '@/components/Card'
import './Accesses.scss'

/** Who has looked at the clear data, when and why. */
export function Accesses({ accesses }: { accesses: MyData['accesses'] }) {
  return (
    <Card title="查看记录" note="每一次查看未遮挡的信息都会记录在这里。">
      {accesses.length === 0 && <Text className="accesses__none">还没有人查看过。</Text>}
      {accesses.map(({ at, who, what, why }) => (
        <View className="accesses__one" key={`${at}-${what}`}>
          <Text className="accesses__what">{`${who}查看${what}`}</Text>
          <Text className="accesses__why">{`${formatInstant(at)} · ${why}`}</Text>
        </View>
      ))}
    </Card>
  )
}
