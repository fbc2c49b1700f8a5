import type { VehicleCard } from '#contract/offers'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { TermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'
import { vehicleTypes } from '#values/vehicle-words'
import type { OwnVehicles } from './own-vehicles'
import { foreseenRenewal } from './renewal'
import { givenOffer } from './shown-offer'

/** A card for each vehicle, the one whose cover ends first on top. */
export function vehicleCards(
  inForce: TermsInForce,
  { policies, current, vehicles }: OwnVehicles,
  ledger: readonly PolicyBenefit[],
  giftsOut: ReadonlySet<string>,
  now: Instant,
): VehicleCard[] {
  const today = dayOf(now)
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
          claimsSoFar: policy.claimsSoFar ?? 'unknown',
          renewal: foreseenRenewal(inForce, policy, { policies, ledger, giftsOut }, now),
          offers: ledger
            .filter(({ vehicleId }) => vehicleId === vehicle._id)
            .sort((a, b) => b.grantedAt - a.grantedAt || a._id.localeCompare(b._id))
            .map((benefit) => givenOffer(inForce.terms, benefit, today)),
        },
      ]
    })
}
