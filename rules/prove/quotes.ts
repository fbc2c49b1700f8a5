import { formatFen } from '#values/money'
import { drivingRegions, usageNatures, vehicleTypes } from '#values/vehicle-words'
import { addsUp } from '../benefit/statement'
import type { RateTable, Terms } from '../campaign/terms'
import { quoteForNewCustomer } from '../rating/quote'
import type { VehicleToRate } from '../rating/rating'
import { claimsWords, knownClaims } from './cases'
import { Law, type LawProof } from './proof'

/** §5.1.1 Every vehicle of every rate table, with every number of claims, invited or not. */
export function proveQuotes(terms: Terms): LawProof[] {
  const rated = new Law('试算：费率表列出的每种车都能算，明细加起来等于应付保费', '§5.1.1')
  const within = new Law('试算：折扣不超过商业险保费，交强险不打折', '§5.1.1')
  const claimsLaw = new Law('试算：出险次数更多，保费不会更低', '§5.1.1')
  for (const table of terms.newCustomerDiscount.rating.tables) {
    for (const row of table.basePremiums) {
      for (const invitedBy of [null, '李**']) proveRow(terms, table, row, invitedBy, { rated, within, claimsLaw })
    }
  }
  return [rated.proof, within.proof, claimsLaw.proof]
}

function proveRow(
  terms: Terms,
  table: RateTable,
  { vehicleType, usageNature, drivingRegion }: Omit<VehicleToRate, 'claimsLastYear'>,
  invitedBy: string | null,
  { rated, within, claimsLaw }: { rated: Law; within: Law; claimsLaw: Law },
): void {
  const vehicle = [vehicleTypes[vehicleType], usageNatures[usageNature], drivingRegions[drivingRegion]].join(' · ')
  const of = `${table.tableName}，${vehicle}，${invitedBy === null ? '自己投保' : '老客户推荐'}`
  const listed = table.compulsoryPremiums.find(
    (one) => one.vehicleType === vehicleType && one.usageNature === usageNature,
  )
  let before = 0
  for (const claimsLastYear of knownClaims) {
    const asked = { vehicleType, usageNature, drivingRegion, claimsLastYear }
    const quote = quoteForNewCustomer(terms, asked, table.effectiveFromOn, invitedBy)
    const say = () => `${of}，${claimsWords(claimsLastYear)}：${JSON.stringify(quote)}`
    if (quote.kind !== 'quoted') {
      rated.holds(false, say)
      continue
    }
    const { commercialPremiumFen, discountFen, payableFen, compulsoryPremiumFen, statement } = quote
    rated.holds(addsUp(statement, payableFen), say)
    const fits = discountFen >= 0 && discountFen <= commercialPremiumFen
    within.holds(fits && compulsoryPremiumFen === listed?.premiumFen, say)
    const lower = () => `${of}，${claimsWords(claimsLastYear)}：保费 ${formatFen(commercialPremiumFen)}，低于出险更少的`
    claimsLaw.holds(commercialPremiumFen >= before, lower)
    before = commercialPremiumFen
  }
}
