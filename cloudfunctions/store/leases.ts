import type { Instant } from '#values/days'
import { collection, command } from './collection'

/** Who is deciding on somebody's benefits just now: two at once could together exceed a limit that each keeps. */
interface Leased {
  _id: string
  decidingBy?: string
  decidingUntil?: Instant
}

/** Longer than any call may run: a lease that is older belongs to a call that ended without giving it back. */
const LEASE_MS = 90_000

const kinds = { holders: collection<Leased>('holders'), vehicles: collection<Leased>('vehicles') }
type Kind = keyof typeof kinds

/** Takes those of the leases that are free. One operation, one or more reads when not all were. @returns those held now */
export async function takeLeases(kind: Kind, ids: readonly string[], by: string, at: Instant): Promise<Set<string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Set()
  const taken = await kinds[kind].updateWhere(
    { _id: command.in(wanted), decidingUntil: command.not(command.gte(at)) },
    { decidingBy: by, decidingUntil: at + LEASE_MS },
  )
  if (taken === wanted.length) return new Set(wanted)
  const found = await kinds[kind].findAll(wanted)
  return new Set(found.filter(({ decidingBy }) => decidingBy === by).map(({ _id }) => _id))
}

/** One operation. */
export async function giveLeasesBack(kind: Kind, ids: ReadonlySet<string>, by: string): Promise<void> {
  if (ids.size === 0) return
  await kinds[kind].updateWhere({ _id: command.in([...ids]), decidingBy: by }, { decidingBy: '', decidingUntil: 0 })
}
