import { Text, View } from '@tarojs/components'
import type { PublishedOffer } from '@/cloud/offers'
import { Mark } from '@/components/illustrations/Mark'
import { Notes } from '@/components/Notes'
import { ruleMarks } from './rule-marks'
import './OfferTile.scss'

/** One published offer: the figure, what it is, and what limits it right beside. */
export function OfferTile({ offer: { rule, title, figure, sentence, limits, clause } }: { offer: PublishedOffer }) {
  return (
    <View className="offer-tile">
      <View className="offer-tile__top">
        <View className="offer-tile__mark">
          <Mark name={ruleMarks[rule]} size={24} />
        </View>
        <Text className="offer-tile__title">{title}</Text>
        <Text className="offer-tile__figure">{figure}</Text>
      </View>
      <Text className="offer-tile__sentence">{sentence}</Text>
      <Notes sentences={[...limits, `条款 ${clause}`]} />
    </View>
  )
}
