import type { EventMessage } from '#contract/policy-columns'
import type { Terms } from '#rules/campaign/terms'
import { addDays, type Day } from '#values/days'
import { loyaltyGrades, usageNatures, vehicleTypes } from '#values/vehicle-words'
import { BookWriter } from './book-writer'
import { addKnownHolders } from './known-policies'
import { type Choices, choicesFrom } from './random'

/** Fewer cannot hold every case. */
export const FEWEST = 500

const CLAIMS = [0, 1, 2, 3, 4, 5, ''] as const
const GRADES = [...Object.keys(loyaltyGrades), '']

/** One amount in the middle of each premium tier, and both sides of each boundary with the boundary itself. */
export function premiumsToTry({ renewalRebate, gift }: Terms): number[] {
  const boundaries = [...renewalRebate.noClaimTiers, ...gift.tiers].map(({ premiumFromFen }) => Number(premiumFromFen))
  const ends = [...new Set(boundaries)].sort((one, other) => one - other)
  const around = ends.flatMap((end) => (end === 0 ? [] : [end - 1, end, end + 1]))
  const middles = ends.map((end, index) => Math.floor((end + (ends[index + 1] ?? end + 400_000)) / 2))
  return [...new Set([...around, ...middles])].sort((one, other) => one - other)
}

/**
 * An invented policy book for a campaign: renewing customers at every premium tier and boundary with every number of claims
 * and every grade, renewed ones, new ones, transfers, lapsed and cancelled ones, and news of claims. The three known
 * holders come first. At least `count` policies; the same seed makes the same book.
 * @param on the demonstration's day: nothing is issued on it or after it
 * @param from so many numbers of people and policies are taken by other books; only the first book has the known holders
 */
export function policyBook(
  terms: Terms,
  { seed, count, on, from = 0 }: { seed: number; count: number; on: Day; from?: number },
): EventMessage[] {
  if (count < FEWEST) throw new Error(`at least ${FEWEST} policies are needed to hold every case`)
  const choices = choicesFrom(seed)
  const book = new BookWriter(terms, choices, from)
  const time = { terms, choices, on }
  if (from === 0) addKnownHolders(book, terms, on)
  for (const premiumFen of premiumsToTry(terms)) {
    for (const claims of CLAIMS) {
      for (const grade of GRADES) addDue(book, time, { premiumFen, claims, grade })
      addRenewed(book, time, { premiumFen, claims, grade: choices.oneOf(GRADES) })
    }
  }
  addNew(book, time)
  addLapsed(book, time)
  addCancelled(book, time)
  while (book.policies - from < count) addAny(book, time)
  return book.events
}

interface Time {
  terms: Terms
  choices: Choices
  on: Day
}

interface Facts {
  premiumFen: number
  claims: number | ''
  grade: string
}

/** One of the seven days before the demonstration's. */
const lately = ({ on, choices }: Time): Day => addDays(on, -1 - choices.below(7))

/** Insured with us last year, falls due within the campaign, not renewed yet. Claims were told when they happened. */
function addDue(book: BookWriter, { terms, choices }: Time, { claims, ...facts }: Facts): void {
  const startsOn = addDays(terms.period.startsOn, 8 + choices.below(50) - 365)
  const issuedOn = addDays(startsOn, -choices.below(10))
  const event = book.issue(book.newcomer(), { businessKind: 'transfer', issuedOn, startsOn, claims: '', ...facts })
  if (claims !== '') book.tell(event, { event: 'claim-count', claimsLastYear: claims })
}

/** Insured last year and renewed in these days, for a little more. */
function addRenewed(book: BookWriter, time: Time, facts: Facts): void {
  const issuedOn = lately(time)
  const startsOn = addDays(issuedOn, 1 + time.choices.below(20))
  const before = addDays(startsOn, -365)
  const who = book.newcomer()
  const first = { businessKind: 'new', issuedOn: addDays(before, -3), startsOn: before } as const
  const previous = book.issue(who, { ...first, ...facts, claims: 0 })
  const premiumFen = facts.premiumFen + time.choices.below(30_000)
  book.issue(who, { businessKind: 'renewal', issuedOn, startsOn, ...facts, premiumFen, previous })
}

const USUAL = { premiumFen: 380_000, claims: 0, grade: '' } as const

/** New customers with every kind of vehicle and use, and some from other insurers. */
function addNew(book: BookWriter, time: Time): void {
  for (const vehicleType of Object.keys(vehicleTypes)) {
    for (const usageNature of Object.keys(usageNatures)) {
      const who = { ...book.newcomer(), vehicleType, usageNature }
      const businessKind = time.choices.oneOf(['new', 'transfer'] as const)
      const claims = time.choices.oneOf(CLAIMS)
      book.issue(who, { ...USUAL, businessKind, issuedOn: lately(time), startsOn: time.on, claims })
    }
  }
}

/** Insured with us before, then not for so many months, and now again; and some who have not come back. */
function addLapsed(book: BookWriter, time: Time): void {
  for (const months of [1, 6, 11, 12, 13, 30]) {
    const startsOn = addDays(time.on, -30 * months - 365)
    const earlier = { ...USUAL, businessKind: 'new', issuedOn: addDays(startsOn, -2), startsOn } as const
    const again = { ...USUAL, businessKind: 'new', issuedOn: lately(time), startsOn: time.on } as const
    const back = book.newcomer()
    book.issue(back, earlier)
    book.issue(back, again)
    book.issue(book.newcomer(), earlier)
  }
}

function addCancelled(book: BookWriter, time: Time): void {
  const recent = { ...USUAL, issuedOn: lately(time), startsOn: time.on }
  for (const businessKind of ['new', 'transfer'] as const) {
    book.tell(book.issue(book.newcomer(), { ...recent, businessKind }), { event: 'cancelled' })
  }
  const who = book.newcomer()
  const startsOn = addDays(time.on, -365)
  const first = { ...USUAL, businessKind: 'new', issuedOn: addDays(startsOn, -2), startsOn, grade: '金卡' } as const
  const previous = book.issue(who, first)
  book.tell(book.issue(who, { ...recent, businessKind: 'renewal', grade: '金卡', previous }), { event: 'cancelled' })
  // Nobody ever told of the policy that this one renews.
  const untold = { policyNumber: 'PDEMOELSEWHERE0001' }
  book.issue(book.newcomer(), { ...recent, businessKind: 'renewal', previous: untold })
}

function addAny(book: BookWriter, time: Time): void {
  const { choices, on } = time
  const facts = {
    premiumFen: 100_000 + choices.below(900_000),
    claims: choices.oneOf(CLAIMS),
    grade: choices.oneOf(GRADES),
  }
  const kind = choices.oneOf(['renewed', 'new', 'due', 'due'] as const)
  if (kind === 'renewed') addRenewed(book, time, facts)
  else if (kind === 'due') addDue(book, time, facts)
  else book.issue(book.newcomer(), { ...facts, businessKind: 'new', issuedOn: lately(time), startsOn: on })
}
