import type { AuditedAct, AuditedField, AuditedKind } from '#contract/audit'
import { type AuditValue, appendAct } from '#store/audit-log'
import { withoutPersonal } from '#values/masks'
import type { CallBy } from './handler'

/** Fields of the closed list alone: what an object was, or became, without anything personal. */
export type AuditFacts = Partial<Record<AuditedField, AuditValue>>

/** One changing act of staff. */
export interface Audited {
  what: AuditedAct
  /** `id` is a document's: nothing that says who somebody is. */
  object: { kind: AuditedKind; id: string }
  before?: AuditFacts
  after?: AuditFacts
  /** As the person wrote it, or the rule's own reason in Chinese; numbers and plates are taken out. */
  why: string
  /**
   * What makes it this one time among all that the same is done to the object: the request's key, or who did what only once.
   * With it the act is logged once, however often `audit` is called: so a request that finds its work done calls it, too.
   */
  deed?: string
}

const LONGEST_WHY = 300

/**
 * Writes who did what to the audit log, with the call's time and request id. Called after the write that decided the race has
 * won, before the handler answers: an act that cannot be logged is answered `unavailable`, and its request, sent again, logs it.
 * Three database operations, four with a deed.
 */
export async function audit(
  { now, requestId, staff }: Pick<CallBy<'anyone'>, 'now' | 'requestId' | 'staff'>,
  { what, object, before, after, why, deed }: Audited,
): Promise<void> {
  await appendAct(
    {
      at: now,
      who: staff
        ? { account: staff._id, name: staff.name, role: staff.role }
        : { account: null, name: '部署凭证', role: 'system' },
      what,
      object,
      before: before ? withoutGaps(before) : null,
      after: after ? withoutGaps(after) : null,
      why: withoutPersonal(why).slice(0, LONGEST_WHY),
      requestId,
    },
    deed ?? null,
  )
}

/** Texts masked; fields that are not said left out, so that what is hashed is what is stored. */
function withoutGaps(facts: AuditFacts): Record<string, AuditValue> {
  const said = Object.entries(facts).filter((entry): entry is [string, AuditValue] => entry[1] !== undefined)
  return Object.fromEntries(said.map(([field, value]) => [field, masked(value)]))
}

function masked(value: AuditValue): AuditValue {
  if (typeof value === 'string') return withoutPersonal(value)
  return Array.isArray(value) ? value.map(withoutPersonal) : value
}
