import { View } from '@tarojs/components'
import type { PublishedOffer } from '@/cloud/offers'
import { Mark } from '@/components/illustrations/Mark'
import { ruleMarks } from './rule-marks'
import './OfferMark.scss'

/** The drawing of an offer on its ground; grey where it is not given. */
export const OfferMark = ({ rule, quiet = false }: Pick<PublishedOffer, 'rule'> & { quiet?: boolean }) => (
  <View className={`offer-mark ${quiet ? 'offer-mark--quiet' : ''}`}>
    <Mark name={ruleMarks[rule]} size={22} />
  </View>
)
