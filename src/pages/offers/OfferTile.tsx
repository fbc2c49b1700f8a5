import { Text, View } from '@tarojs/components'
import type { PublishedOffer } from '@/cloud/offers'
import { Notes } from '@/components/Notes'
import { OfferMark } from './OfferMark'
import './OfferTile.scss'

/** One published offer: the figure, what it is, and what limits it right beside. */
export function OfferTile({ offer: { rule, title, figure, sentence, limits, clause } }: { offer: PublishedOffer }) {
  return (
    <View className="offer-tile">
      <View className="offer-tile__top">
        <OfferMark rule={rule} />
        <Text className="offer-tile__title">{title}</Text>
        <Text className="offer-tile__figure">{figure}</Text>
      </View>
      <Text className="offer-tile__sentence">{sentence}</Text>
      <Notes sentences={[...limits, `条款 ${clause}`]} />
    </View>
  )
}
