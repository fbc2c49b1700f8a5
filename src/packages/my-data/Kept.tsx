import { Text, View } from '@tarojs/components'
import type { MyData } from '@/cloud/my-data'
import { Card } from '@/components/Card'
import { StaleMark } from '@/components/StaleMark'
import './Kept.scss'

/** Each kind of data: masked, with its purpose and until when. */
export function Kept({ kept, stale }: { kept: MyData['kept']; stale: boolean }) {
  return (
    <Card title="我们留存的信息" note="敏感信息以密文保存，这里只显示部分。" aside={<StaleMark stale={stale} />}>
      {kept.map(({ what, value, why, until, deletable }) => (
        <View className="kept" key={what}>
          <View className="kept__top">
            <Text className="kept__what">{what}</Text>
            <Text className={`kept__value ${value === null ? 'kept__value--none' : ''}`}>{value ?? '没有留存'}</Text>
          </View>
          <Text className="kept__why">{`用途：${why}`}</Text>
          <Text className="kept__why">{`期限：${until}${deletable ? '' : '（依法留存，不能提前删除）'}`}</Text>
        </View>
      ))}
    </Card>
  )
}
