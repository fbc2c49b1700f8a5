import type { TermsDraft } from '../file/draft'
import type { Report } from '../file/problem'

/** §5.3.1 A new customer who was referred still pays something: discounts that are subtracted do not reach the whole price. */
export function checkStacking({ newCustomerDiscount, referralReward }: NonNullable<TermsDraft>, report: Report): void {
  const own = newCustomerDiscount?.discountBps
  const further = referralReward?.inviteeDiscountBps
  if (own === undefined || further === undefined || referralReward?.stacking !== 'subtract') return
  if (own + further > 10_000) return
  report(['referralReward', 'stacking'], '两项折扣相减后保费为 0 或更低', '提高折扣，或写 multiply（折上折）')
}
