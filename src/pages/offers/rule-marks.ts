import type { OfferRule } from '@/cloud/offers'
import type { MarkName } from '@/components/illustrations/Mark'

/** The sign of each rule's benefit. */
export const ruleMarks: Record<OfferRule, MarkName> = {
  'new-customer-discount': 'percent',
  'first-year-rebate': 'shield',
  'service-pack': 'wrench',
  'renewal-discount': 'percent',
  'renewal-rebate': 'coins',
  gift: 'gift',
  'referral-reward': 'coins',
}
