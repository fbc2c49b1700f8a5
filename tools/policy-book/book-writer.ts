import type { EventMessage } from '#contract/policy-columns'
import type { Terms } from '#rules/campaign/terms'
import { addDays, type Day, formatInstant, startOf } from '#values/days'
import { drivingRegions, usageNatures, vehicleTypes } from '#values/vehicle-words'
import {
  inventedCompany,
  inventedCompanyCode,
  inventedIdNumber,
  inventedName,
  inventedPhone,
  inventedPlate,
  inventedVin,
  plateForms,
} from './invented'
import type { Choices } from './random'

/** What a policy is about, apart from whose it is. */
interface PolicyCase {
  businessKind: 'new' | 'renewal' | 'transfer'
  issuedOn: Day
  startsOn: Day
  premiumFen: number
  claims: number | ''
  grade: string
  previous?: EventMessage
}

/** Writes events one after the other; each car, person and policy gets the next number. */
export class BookWriter {
  readonly events: EventMessage[] = []
  /** The last policy's number. */
  policies: number
  private people: number

  constructor(
    private readonly terms: Terms,
    private readonly choices: Choices,
    from: number,
  ) {
    this.policies = from
    this.people = from
  }

  /** Somebody with a car who was not in the book before. Every tenth is a company. */
  newcomer(): EventMessage {
    this.people += 1
    const number = this.people
    const company = number % 10 === 0
    const vehicleType = this.choices.oneOf(Object.keys(vehicleTypes))
    const form = vehicleType === 'heavy-truck' && number % 2 === 0 ? 'trailer' : this.choices.oneOf(plateForms)
    return {
      branchCode: this.choices.oneOf(this.terms.branches).branchCode,
      channelCode: this.choices.oneOf(this.terms.promotion.channels).channelId,
      plateNumber: inventedPlate(number, form),
      vin: inventedVin(number),
      vehicleType,
      usageNature: company ? 'corporate' : this.choices.oneOf(Object.keys(usageNatures)),
      drivingRegion: this.choices.oneOf(Object.keys(drivingRegions)),
      holderName: company ? inventedCompany(number) : inventedName(number),
      holderIdNumber: company ? inventedCompanyCode(number % 10_000) : inventedIdNumber(number),
      // The first ten are kept for people whom everybody may know.
      holderPhone: inventedPhone(number + 10),
    }
  }

  issue(
    who: EventMessage,
    { businessKind, issuedOn, startsOn, premiumFen, claims, grade, previous }: PolicyCase,
  ): EventMessage {
    this.policies += 1
    const number = this.policies
    // In office hours.
    const issuedAt = startOf(issuedOn) + (9 * 60 + (number % 480)) * 60_000
    const event: EventMessage = {
      ...who,
      policyNumber: `PDEMO${startsOn.slice(0, 4)}${String(number).padStart(8, '0')}`,
      event: 'issued',
      businessKind,
      previousPolicyNumber: previous?.policyNumber ?? '',
      issuedAt: formatInstant(issuedAt, true),
      coverStartsOn: startsOn,
      coverEndsOn: addDays(startsOn, 364),
      commercialPremiumFen: premiumFen,
      compulsoryPremiumFen: 95_000,
      claimsLastYear: claims,
      loyaltyGrade: grade,
      sequence: 1,
    }
    this.events.push(event)
    return event
  }

  /** One more event of a policy that is in the book. */
  tell(event: EventMessage, changes: EventMessage): void {
    this.events.push({ ...event, ...changes, sequence: Number(event.sequence) + 1 })
  }
}
