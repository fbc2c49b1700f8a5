import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Poster } from '@/cloud/draw-chances'
import './PlainPoster.scss'

/** The poster as plain views: shown while the picture is painted, and kept where the phone cannot paint. */
export function PlainPoster({ poster }: { poster: Pick<Poster, 'codeUrl' | 'title' | 'lines'> }) {
  const [missing, setMissing] = useState(false)
  const [first, ...rest] = poster.lines
  return (
    <View className="plain-poster">
      <View className="plain-poster__hero">
        <Text className="plain-poster__title">{poster.title}</Text>
      </View>
      <View className="plain-poster__foot">
        <View className="plain-poster__words">
          <Text className="plain-poster__first">{first}</Text>
          {rest.map((line) => (
            <Text className="plain-poster__line" key={line}>
              {line}
            </Text>
          ))}
        </View>
        {missing ? (
          <Text className="plain-poster__missing">小程序码没有加载</Text>
        ) : (
          <Image
            className="plain-poster__code"
            src={poster.codeUrl}
            onError={() => setMissing(true)}
            aria-label="小程序码"
          />
        )}
      </View>
    </View>
  )
}
