import type { Instant } from '#values/days'
import type { Benefit, BenefitStatus, Decided, LedgerEntry } from './benefit'
import { waitsForOf } from './waits-for'

/** Who decided where no person did: a rule of the terms. */
export const BY_SYSTEM = 'system'

/** How long a person may take back an approval or a refusal, ten minutes: meanwhile no payout batch takes it. */
export const TAKE_BACK_WITHIN_MS = 10 * 60_000

type Kind = BenefitStatus['kind']

/** The only ways forward. The ways back are `takeBack` and `decideAnew`, each under its own conditions. */
const next: Readonly<Record<Kind, readonly Kind[]>> = {
  pending: ['approved', 'refused', 'expired'],
  approved: ['fulfilled', 'refused', 'expired'],
  fulfilled: ['clawed-back'],
  refused: [],
  expired: [],
  'clawed-back': [],
}

/** Whether a benefit in this status may become that. */
export const mayBecome = ({ status }: Pick<LedgerEntry, 'status'>, kind: Kind): boolean =>
  next[status.kind].includes(kind)

/** What every entry begins with. The rest of the entry decides in which work list it waits. */
export function begin(
  entry: Omit<Parameters<typeof waitsForOf>[0], 'status'>,
  at: Instant,
): Pick<LedgerEntry, 'status' | 'history' | 'waitsFor' | 'waitsSinceAt' | 'version'> {
  const status: BenefitStatus = { kind: 'pending', since: at }
  return { status, history: [], waitsFor: waitsForOf({ ...entry, status }), waitsSinceAt: at, version: 1 }
}

/** Approved by a person, or by a rule of the terms as `system`. */
export const approve = <Entry extends Benefit>(entry: Entry, decided: Decided): Entry =>
  moved(entry, { kind: 'approved', ...decided })

/** Given: paid, handed over, or taken off the premium. Only what was approved can be given. */
export const fulfil = <Entry extends Benefit>(entry: Entry, decided: Decided): Entry =>
  moved(entry, { kind: 'fulfilled', ...decided })

/** Why what is approved late is given: nobody has to do anything more. */
export const MENDED = '核心系统已批改保费'

/**
 * What comes off a premium, a discount or a set-off, and waits for a person came too late for its invoice: whoever approves it has
 * seen that the core system mended the invoice, so it is given with that.
 */
export const isGivenWithApproval = ({ form }: Pick<Benefit, 'form'>): boolean =>
  form === 'discount' || form === 'set-off'

export const approveAsGiven = <Entry extends Benefit>(entry: Entry, decided: Decided): Entry =>
  fulfil(approve(entry, decided), { ...decided, why: MENDED })

/** Will not be given. The customer reads why. */
export const refuse = <Entry extends Benefit>(entry: Entry, decided: Decided): Entry =>
  moved(entry, { kind: 'refused', ...decided })

/** Its time ran out before it was given. */
export const expire = <Entry extends Benefit>(entry: Entry, decided: Decided): Entry =>
  moved(entry, { kind: 'expired', ...decided })

/** Was given, and is asked back. */
export const clawBack = <Entry extends Benefit>(entry: Entry, decided: Decided): Entry =>
  moved(entry, { kind: 'clawed-back', ...decided })

/** Changes what decides the work list, without a change of status. */
export const alter = <Entry extends Benefit>(
  entry: Entry,
  changes: Partial<Pick<LedgerEntry, 'dueOn' | 'holdUntil' | 'customerOwes' | 'needsReview' | 'risk' | 'payment'>>,
  at: Instant,
): Entry => placed({ ...entry, ...changes }, at)

/** A person looked at what was given, and it stays: the question and the answer stand on the entry. */
export const acknowledge = <Entry extends Benefit>(entry: Entry, decided: Decided): Entry =>
  alter({ ...entry, lookedAt: { ...decided, question: entry.needsReview ?? '' } }, { needsReview: null }, decided.at)

/**
 * Whether a person's approval or refusal may still be taken back: not once a payout batch holds it, since the money may be on
 * its way. That nothing else happened since, the entry's version shows.
 */
export function mayBeTakenBack(entry: Pick<Benefit, 'form' | 'status' | 'history' | 'payment'>, now: Instant): boolean {
  const { status, history, payment } = entry
  if ((payment?.batchId ?? null) !== null) return false
  const decidedAlone = (status.kind === 'approved' || status.kind === 'refused') && history.at(-1)?.kind === 'pending'
  if (status.kind === 'pending' || !(decidedAlone || isApprovedAsGiven(entry))) return false
  return status.by !== BY_SYSTEM && now >= status.at && now - status.at <= TAKE_BACK_WITHIN_MS
}

/** As `approveAsGiven` wrote it: the approval was all of the giving. */
const isApprovedAsGiven = ({ form, status, history }: Pick<Benefit, 'form' | 'status' | 'history'>): boolean =>
  isGivenWithApproval({ form }) && status.kind === 'fulfilled' && history.at(-2)?.kind === 'pending'

/** A person's decision taken back: it waits for review again. @throws Error when it may not be */
export function takeBack<Entry extends Benefit>(entry: Entry, { at, ...reopened }: Decided): Entry {
  if (!mayBeTakenBack(entry, at)) throw new Error(`${entry._id} ${entry.status.kind} cannot be taken back`)
  return became(entry, { kind: 'pending', since: at, reopened }, at)
}

/**
 * A hand-over that was noted by mistake, taken back: it is approved as before and waits to be handed over.
 * @throws Error for what is not handed over: money that was paid is asked back, never forgotten
 */
export function takeHandOverBack<Entry extends Benefit>(entry: Entry, decided: Decided): Entry {
  const handedOver = entry.status.kind === 'fulfilled' && (entry.form === 'goods' || entry.form === 'gift')
  if (!handedOver) throw new Error(`${entry._id} ${entry.status.kind} was not handed over`)
  return became(entry, { kind: 'approved', ...decided }, decided.at)
}

/** When this person took a hand-over back for this reason, if that is what happened last: the same asked again is answered by it. */
export function handOverTakenBackAt(
  { status, history }: Pick<LedgerEntry, 'status' | 'history'>,
  { by, why }: Pick<Decided, 'by' | 'why'>,
): Instant | null {
  const takenBack = status.kind === 'approved' && history.at(-1)?.kind === 'fulfilled'
  return takenBack && status.by === by && status.why === why ? status.at : null
}

/** The giving that a request once noted, whatever became of it since; null when it noted none. */
export function givenBy(
  { status, history }: Pick<LedgerEntry, 'status' | 'history'>,
  requestKey: string,
): Extract<BenefitStatus, { kind: 'fulfilled' }> | null {
  const given = [...history, status].flatMap((one) => (one.kind === 'fulfilled' ? [one] : []))
  return given.find((one) => one.requestKey === requestKey) ?? null
}

/**
 * What a rule alone decided, opened for the same rule's new answer: a pending entry stays pending, and one that the rule
 * did not grant (it was never anybody's) becomes pending; so does a promise that a rule let expire, when it is told late
 * that it was kept in time.
 * @throws Error for what a person refused or what came further
 */
export function decideAnew<Entry extends Benefit>(entry: Entry, at: Instant): Entry {
  if (entry.status.kind === 'pending') return placed(entry, at)
  if (!('decision' in entry) || !(refusedByRule(entry) || expiredByRule(entry)))
    throw new Error(`${entry._id} ${entry.status.kind} is decided`)
  return became(entry, { kind: 'pending', since: at, reopened: { by: BY_SYSTEM, why: '保单资料有更新' } }, at)
}

/** A rule's own refusal. A person's stays, whatever facts come later. */
export const refusedByRule = ({ status }: Pick<LedgerEntry, 'status'>): boolean =>
  status.kind === 'refused' && status.by === BY_SYSTEM

export const expiredByRule = ({ status }: Pick<LedgerEntry, 'status'>): boolean =>
  status.kind === 'expired' && status.by === BY_SYSTEM

function moved<Entry extends Benefit>(entry: Entry, status: Exclude<BenefitStatus, { kind: 'pending' }>): Entry {
  if (!mayBecome(entry, status.kind))
    throw new Error(`${entry._id} is ${entry.status.kind}: it cannot be ${status.kind}`)
  return became(entry, status, status.at)
}

const became = <Entry extends Benefit>(entry: Entry, status: BenefitStatus, at: Instant): Entry =>
  placed({ ...entry, status, history: [...entry.history, entry.status] }, at)

/** In the work list where it belongs, since now if it was not there before. */
function placed<Entry extends Benefit>(entry: Entry, at: Instant): Entry {
  const waitsFor = waitsForOf(entry)
  const waitsSinceAt = waitsFor === entry.waitsFor ? entry.waitsSinceAt : at
  return { ...entry, waitsFor, waitsSinceAt, version: entry.version + 1 }
}
