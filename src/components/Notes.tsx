import { Text, View } from '@tarojs/components'
import './Notes.scss'

/** Sentences that limit or explain, each on its own line. */
export function Notes({ sentences }: { sentences: readonly string[] }) {
  return (
    <View className="notes">
      {sentences.map((sentence) => (
        <View className="notes__one" key={sentence}>
          <Text className="notes__sentence">{sentence}</Text>
        </View>
      ))}
    </View>
  )
}
