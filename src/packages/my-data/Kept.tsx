import { Text, View } from '@tarojs/components'
import type { MyData } from '@/cloud/my-data'
import { Card } from '@/components/Card'
import { StaleMark } from '@/components/StaleMark'
import { Unfold } from '@/components/Unfold'
import './Kept.scss'

type Kind = MyData['kept'][number]

/** What is kept comes first, masked, each with its reason and until when; what is not is named, its rules on request. */
export function Kept({ kept, stale }: { kept: readonly Kind[]; stale: boolean }) {
  const held = kept.filter(({ value }) => value !== null)
  const not = kept.filter(({ value }) => value === null)
  return (
    <Card title="我们留存的信息" note="敏感信息以密文保存，这里只显示部分。" aside={<StaleMark stale={stale} />}>
      {held.map((kind) => (
        <KeptKind key={kind.what} kind={kind} />
      ))}
      {not.length > 0 && (
        <View className="kept">
          <Text className="kept__not">{`没有留存：${not.map(({ what }) => what).join('、')}。`}</Text>
          <Unfold what="用途和期限" of="没有留存的信息">
            {not.map((kind) => (
              <KeptKind key={kind.what} kind={kind} />
            ))}
          </Unfold>
        </View>
      )}
    </Card>
  )
}

function KeptKind({ kind: { what, value, why, until, deletable, stays } }: { kind: Kind }) {
  return (
    <View className="kept">
      <View className="kept__top">
        <Text className="kept__what">{what}</Text>
        <Text className={`kept__value ${value === null ? 'kept__value--none' : ''}`}>{value ?? '没有留存'}</Text>
      </View>
      <Text className="kept__why">{`用途：${why}`}</Text>
      {stays !== null && <Text className="kept__why">{`现在不能删除：${stays}`}</Text>}
      <Text className="kept__why">{`期限：${until}${deletable ? '' : '（依法留存，不能提前删除）'}`}</Text>
    </View>
  )
}
