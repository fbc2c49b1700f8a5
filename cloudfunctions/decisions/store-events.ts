import type { PolicyEvent } from '#contract/policy-event'
import { keepHolders } from '#store/holders'
import { addPolicies, changePolicy, findPolicies, type PolicyOnFile } from '#store/policies'
import { holderIdOf, vehicleIdOf } from '#store/secrets'
import { inTurns } from '#store/told'
import { keepVehicles } from '#store/vehicles'
import type { Instant } from '#values/days'
import { afterEvent, type EventEffect } from './policy-of-event'

export type EventOutcome = 'accepted' | Exclude<EventEffect['kind'], 'stored'>

/** How often two messages may tell of one policy at the same moment before it counts as a fault. */
const ATTEMPTS = 8

export interface Stored {
  outcomes: ReadonlyMap<PolicyEvent, EventOutcome>
  /** The policies that changed, as they stand now. */
  policies: PolicyOnFile[]
}

/** What the events make of one policy, taken in the order of their sequence. */
interface Folded {
  before: PolicyOnFile | null
  after: PolicyOnFile | null
  /** An earlier attempt of this very message had stored it. */
  own: boolean
  outcomes: Map<PolicyEvent, EventOutcome>
}

/**
 * Stores what events tell: vehicles and holders first, so that a policy on file always has both. Right beside other
 * messages of the same policies: each policy moves on by a conditional write. Few database operations for many new policies.
 * @param toldBy names the message
 */
export async function storeEvents(events: readonly PolicyEvent[], toldBy: string, now: Instant): Promise<Stored> {
  const outcomes = new Map<PolicyEvent, EventOutcome>()
  const policies: PolicyOnFile[] = []
  let waiting = byPolicy(events)
  for (let attempt = 0; waiting.size > 0; attempt += 1) {
    if (attempt === ATTEMPTS) throw new Error(`${waiting.size} policies change faster than they can be stored`)
    const onFile = new Map((await findPolicies([...waiting.keys()])).map((policy) => [policy._id, policy]))
    const folded = [...waiting].map(([number, told]) => fold(onFile.get(number) ?? null, told, toldBy, now))
    if (attempt === 0) await keepNamed(folded)
    const written = await write(folded)
    for (const one of folded) {
      if (one.after && !written.has(one.after._id)) continue
      for (const [event, outcome] of one.outcomes) outcomes.set(event, outcome)
      const changed = one.after ?? (one.own ? one.before : null)
      if (changed) policies.push(changed)
    }
    waiting = new Map([...waiting].filter(([, told]) => told.some((event) => !outcomes.has(event))))
  }
  return { outcomes, policies }
}

function byPolicy(events: readonly PolicyEvent[]): Map<string, PolicyEvent[]> {
  const told = new Map<string, PolicyEvent[]>()
  for (const event of events) {
    const others = told.get(event.policyNumber)
    if (others) others.push(event)
    else told.set(event.policyNumber, [event])
  }
  for (const each of told.values()) each.sort((one, other) => one.sequence - other.sequence)
  return told
}

function fold(before: PolicyOnFile | null, told: readonly PolicyEvent[], toldBy: string, now: Instant): Folded {
  const outcomes = new Map<PolicyEvent, EventOutcome>()
  let after: PolicyOnFile | null = null
  let own = false
  for (const event of told) {
    const ids = { vehicleId: vehicleIdOf(event.vin), holderId: holderIdOf(event.holderIdNumber) }
    const effect = afterEvent(after ?? before, event, ids, toldBy, now)
    if (effect.kind === 'stored') after = { ...effect.policy, version: (before?.version ?? 0) + 1 }
    const again = effect.kind === 'same-again' && after === null && before?.toldBy === toldBy
    own ||= again
    outcomes.set(event, effect.kind === 'stored' || again ? 'accepted' : effect.kind)
  }
  return { before, after, own, outcomes }
}

/** Vehicles and holders of what is going to be stored, not of what is ignored. */
async function keepNamed(folded: readonly Folded[]): Promise<void> {
  const accepted = folded.flatMap(({ after, outcomes }) =>
    after ? [...outcomes].filter(([, outcome]) => outcome === 'accepted').map(([event]) => event) : [],
  )
  await Promise.all([
    keepVehicles(accepted.map((event) => ({ ...event, plate: event.plateNumber, toldAt: event.issuedAt }))),
    keepHolders(
      accepted.map(({ holderName, holderIdNumber, holderPhone, issuedAt }) => ({
        name: holderName,
        idNumber: holderIdNumber,
        phone: holderPhone,
        toldAt: issuedAt,
      })),
    ),
  ])
}

/** The policies that now stand as told; the others were changed, or added, by another message meanwhile. */
async function write(folded: readonly Folded[]): Promise<Set<string>> {
  const written = new Set<string>()
  const added = folded.flatMap(({ before, after }) => (after && !before ? [after] : []))
  if (await addPolicies(added)) for (const { _id } of added) written.add(_id)
  await inTurns(folded, async ({ before, after }) => {
    if (before && after && (await changePolicy(after, before))) written.add(after._id)
  })
  return written
}
