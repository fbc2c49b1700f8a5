import type { Terms } from '#rules/campaign/terms'
import { addDays, type Day } from '#values/days'
import type { BookWriter } from './book-writer'
import { type KnownHolder, knownHolders } from './known-people'

/** The policies of the three known holders: two that fall due two weeks after the demonstration's day, and a new one. */
export function addKnownHolders(book: BookWriter, { branches, promotion }: Terms, on: Day): void {
  const [noClaim, twoClaims, newcomer] = knownHolders
  const named = ({ name, phone, idNumber, plate, vin }: KnownHolder) => ({
    branchCode: branches[0]?.branchCode ?? '',
    channelCode: promotion.channels[0]?.channelId ?? '',
    plateNumber: plate,
    vin,
    vehicleType: 'passenger-car',
    usageNature: 'family',
    drivingRegion: 'province',
    holderName: name,
    holderIdNumber: idNumber,
    holderPhone: phone,
  })
  const startsOn = addDays(on, 15 - 365)
  const last = { businessKind: 'transfer', issuedOn: addDays(startsOn, -5), startsOn, claims: '' } as const
  const first = book.issue(named(noClaim), { ...last, premiumFen: 440_000, grade: '金卡' })
  book.tell(first, { event: 'claim-count', claimsLastYear: 0 })
  const second = book.issue(named(twoClaims), { ...last, premiumFen: 620_000, grade: '银卡' })
  book.tell(second, { event: 'claim-count', claimsLastYear: 2 })
  const lately = { businessKind: 'new', issuedOn: addDays(on, -3), startsOn: on } as const
  book.issue(named(newcomer), { ...lately, premiumFen: 368_000, claims: 0, grade: '' })
}
