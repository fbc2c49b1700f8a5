import type { Policy } from '#rules/policy/policy'
import { listPoliciesOfHolder, listPoliciesOnVehicles, listVehicles, type VehicleOnFile } from '#store/policy-book'

export interface OwnVehicles {
  /** All policies that the holder has or had. */
  policies: Policy[]
  /** Of each vehicle that is the holder's now, the policy that says so. */
  current: Policy[]
  vehicles: VehicleOnFile[]
}

/** Three database operations in two rounds. */
export async function findOwnVehicles(holderId: string): Promise<OwnVehicles> {
  const policies = await listPoliciesOfHolder(holderId)
  const vehicleIds = [...new Set(policies.map(({ vehicleId }) => vehicleId))]
  const [onVehicles, vehicles] = await Promise.all([listPoliciesOnVehicles(vehicleIds), listVehicles(vehicleIds)])
  const current = currentPolicies(holderId, onVehicles)
  const own = new Set(current.map(({ vehicleId }) => vehicleId))
  return { policies, current, vehicles: vehicles.filter(({ _id }) => own.has(_id)) }
}

/**
 * The policy that says whose vehicle it is now: the latest that was not cancelled. A vehicle that somebody else has insured
 * since is theirs: its plate and what it gets are no longer the earlier holder's business.
 */
function currentPolicies(holderId: string, policies: readonly Policy[]): Policy[] {
  const byVehicle = new Map<string, Policy[]>()
  for (const policy of policies) byVehicle.set(policy.vehicleId, [...(byVehicle.get(policy.vehicleId) ?? []), policy])
  return [...byVehicle.values()].flatMap((ofVehicle) => {
    const sorted = ofVehicle.sort(latestFirst)
    const current = sorted.find(({ state }) => state === 'in-force') ?? sorted[0]
    return current?.holderId === holderId ? [current] : []
  })
}

const latestFirst = (one: Policy, other: Policy): number =>
  other.coverStartsOn.localeCompare(one.coverStartsOn) || other.issuedAt - one.issuedAt
