import type { VehicleCard } from '#contract/offers'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import type { Policy } from '#rules/policy/policy'
import type { VehicleOnFile } from '#store/policy-book'
import type { Day } from '#values/days'
import { vehicleTypes } from '#values/vehicle-words'
import { foreseenRenewal } from './renewal'
import { givenOffer } from './shown-offer'

const latestFirst = (one: Policy, other: Policy): number =>
  one.coverStartsOn === other.coverStartsOn
    ? other.issuedAt - one.issuedAt
    : one.coverStartsOn < other.coverStartsOn
      ? 1
      : -1

/**
 * The policy that says whose vehicle it is now: the latest that was not cancelled. A vehicle that somebody else has insured
 * since is theirs: its plate and what it gets are no longer the earlier holder's business.
 */
export function currentPolicies(holderId: string, policies: readonly Policy[]): Policy[] {
  const byVehicle = new Map<string, Policy[]>()
  for (const policy of policies) byVehicle.set(policy.vehicleId, [...(byVehicle.get(policy.vehicleId) ?? []), policy])
  return [...byVehicle.values()].flatMap((ofVehicle) => {
    const sorted = ofVehicle.sort(latestFirst)
    const current = sorted.find(({ state }) => state === 'in-force') ?? sorted[0]
    return current?.holderId === holderId ? [current] : []
  })
}

/** A card for each vehicle, the one whose cover ends first on top. */
export function vehicleCards(
  terms: Terms,
  current: readonly Policy[],
  vehicles: readonly VehicleOnFile[],
  benefits: readonly PolicyBenefit[],
  today: Day,
): VehicleCard[] {
  const byId = new Map(vehicles.map((vehicle) => [vehicle._id, vehicle]))
  return [...current]
    .sort((a, b) => a.coverEndsOn.localeCompare(b.coverEndsOn))
    .flatMap((policy) => {
      const vehicle = byId.get(policy.vehicleId)
      if (!vehicle) throw new Error('a policy names a vehicle that is not on file')
      return [
        {
          vehicleId: vehicle._id,
          plate: vehicle.plateMask,
          plateKind: vehicle.plateKind,
          vehicleType: vehicleTypes[policy.vehicleType],
          policyNumber: policy.policyNumber,
          policyState: policy.state === 'cancelled' ? 'cancelled' : today > policy.coverEndsOn ? 'expired' : 'in-force',
          coverStartsOn: policy.coverStartsOn,
          coverEndsOn: policy.coverEndsOn,
          commercialPremiumFen: policy.commercialPremiumFen,
          compulsoryPremiumFen: policy.compulsoryPremiumFen,
          claimsLastYear: policy.claimsLastYear,
          renewal: foreseenRenewal(terms, policy, today),
          offers: benefits
            .filter(({ vehicleId }) => vehicleId === vehicle._id)
            .sort((a, b) => b.grantedAt - a.grantedAt || a._id.localeCompare(b._id))
            .map((benefit) => givenOffer(terms, benefit)),
        },
      ]
    })
}
