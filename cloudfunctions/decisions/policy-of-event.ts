import type { PolicyEvent } from '#contract/policy-event'
import type { Policy } from '#rules/policy/policy'
import type { PolicyOnFile } from '#store/policies'
import type { Instant } from '#values/days'
import { fen } from '#values/money'

/** What an event does to a policy on file. An older sequence and the same one again do nothing. */
export type EventEffect = { kind: 'stored'; policy: PolicyOnFile } | { kind: 'older-sequence' } | { kind: 'same-again' }

/**
 * A policy after one event of the feed, from the policy before it; null when it is the first that is told of it.
 * @param ids by which the event's vehicle and holder are told apart
 */
export function afterEvent(
  before: PolicyOnFile | null,
  event: PolicyEvent,
  ids: Pick<Policy, 'vehicleId' | 'holderId'>,
  toldBy: string,
  now: Instant,
): EventEffect {
  if (before && event.sequence < before.sequence) return { kind: 'older-sequence' }
  if (before && event.sequence === before.sequence) return { kind: 'same-again' }
  const { policyNumber, businessKind, previousPolicyNumber, branchCode, channelCode } = event
  const { issuedAt, coverStartsOn, coverEndsOn, sequence, loyaltyGrade } = event
  const { vehicleType, usageNature, drivingRegion } = event
  const state = stateAfter(before, event)
  const policy: PolicyOnFile = {
    _id: policyNumber,
    policyNumber,
    sequence,
    state,
    businessKind,
    previousPolicyNumber,
    branchCode,
    channelCode,
    ...ids,
    vehicleType,
    usageNature,
    drivingRegion,
    issuedAt,
    coverStartsOn,
    coverEndsOn,
    commercialPremiumFen: fen(event.commercialPremiumFen),
    compulsoryPremiumFen: fen(event.compulsoryPremiumFen),
    ...claimsAfter(before, event),
    loyaltyGrade,
    cancelledAt: state === 'cancelled' ? (before?.cancelledAt ?? now) : null,
    version: (before?.version ?? 0) + 1,
    toldBy,
  }
  return { kind: 'stored', policy }
}

/** News of claims is about the policy's own year; what else is told of a policy, about the year before it. */
function claimsAfter(before: Policy | null, event: PolicyEvent): Pick<Policy, 'claimsLastYear' | 'claimsSoFar'> {
  const told = event.claimsLastYear ?? 'unknown'
  return event.event === 'claim-count'
    ? { claimsLastYear: before?.claimsLastYear ?? 'unknown', claimsSoFar: told }
    : { claimsLastYear: told, claimsSoFar: before?.claimsSoFar ?? 'unknown' }
}

/** News of claims neither cancels a policy nor brings it back. */
function stateAfter(before: Policy | null, { event }: PolicyEvent): Policy['state'] {
  switch (event) {
    case 'issued':
      return 'in-force'
    case 'cancelled':
      return 'cancelled'
    case 'claim-count':
      return before?.state ?? 'in-force'
  }
}
