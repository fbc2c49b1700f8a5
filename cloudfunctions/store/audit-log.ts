import { type AuditAct, type AuditEntry, type ChainPlace, chainStart, entryAfter } from '#rules/audit/chain'
import { collection, command, type Fields } from './collection'

export type { AuditValue } from '#rules/audit/chain'

/**
 * An entry as it is kept: its number is its id, so that no two can have the same place. `deed` tells apart the times that the
 * same is done to one object; it is null for what may be logged again.
 */
export type KeptEntry = AuditEntry & { _id: string; deed: string | null }

const entries = collection<KeptEntry>('auditLog')
const heads = collection<ChainPlace & { _id: string }>('auditHeads')

const HEAD = 'head'
const idOf = (number: number): string => String(number).padStart(12, '0')

/** How often others may append before this one does. */
const ATTEMPTS = 400
const LONGEST_WAIT_MS = 40

/**
 * Appends an act. Its number is the document's id, so of two at the same moment one gets the place and the other tries the
 * next: the chain never forks. The head is written afterwards and may lag behind after a crash; it is never ahead.
 *
 * An act with a `deed` is appended once for its object: it is looked for after the last place was read, so whoever appends it
 * in between has taken the place that this one wants. Three database operations, four with a deed; two or three more for each
 * that came between.
 * @throws Error when it cannot be written
 */
export async function appendAct(act: AuditAct, deed: string | null): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const last = await lastEntry()
    if (deed !== null && (await isLogged(act, deed))) return
    const entry = entryAfter(last, act)
    if (await entries.add({ _id: idOf(entry.number), ...entry, deed })) return moveHead(entry)
    await new Promise((resolve) => setTimeout(resolve, Math.random() * LONGEST_WAIT_MS))
  }
  throw new Error('the audit log grows faster than this act can be appended')
}

async function isLogged({ what, object }: AuditAct, deed: string): Promise<boolean> {
  return (await entries.list({ 'object.id': object.id, what, deed }, { limit: 1 })).length > 0
}

/** Where the chain stands by its entries. */
async function lastEntry(): Promise<ChainPlace> {
  const [last] = await entries.list({}, { orderBy: ['number', 'desc'], limit: 1 })
  return last ?? chainStart
}

async function moveHead({ number, hash }: ChainPlace): Promise<void> {
  if ((await heads.updateWhere({ _id: HEAD, number: command.lt(number) }, { number, hash })) === 1) return
  // The first entry finds no head; for all others somebody later has moved it already.
  await heads.add({ _id: HEAD, number, hash })
}

/** The last place that was written to the head: what the entries must reach at least. */
export async function findHead(): Promise<ChainPlace | null> {
  const head = await heads.find(HEAD)
  return head && { number: head.number, hash: head.hash }
}

/** Up to 100 entries after a number, in their order: without the database's own fields. */
export async function listEntriesAfter(number: number): Promise<AuditEntry[]> {
  const page = await entries.list({ _id: command.gt(idOf(number)) }, { orderBy: ['_id', 'asc'], limit: 100 })
  return page.map(({ _id, deed, ...entry }) => entry)
}

/** By what the log is searched. */
export interface AuditSearch {
  account?: string
  what?: string
  kind?: string
  id?: string
  requestId?: string
  /** Half open, epoch milliseconds. */
  from?: number
  until?: number
}

/** The latest first, those before `before`. One database operation. */
export async function searchEntries(search: AuditSearch, before: number | null, limit: number): Promise<AuditEntry[]> {
  const { account, what, kind, id, requestId, from, until } = search
  const where: Fields = {
    ...(account === undefined ? {} : { 'who.account': account }),
    ...(what === undefined ? {} : { what }),
    ...(kind === undefined ? {} : { 'object.kind': kind }),
    ...(id === undefined ? {} : { 'object.id': id }),
    ...(requestId === undefined ? {} : { requestId }),
    ...(from === undefined || until === undefined ? {} : { at: command.gte(from).and(command.lt(until)) }),
    ...(before === null ? {} : { number: command.lt(before) }),
  }
  const page = await entries.list(where, { orderBy: ['number', 'desc'], limit })
  return page.map(({ _id, deed, ...entry }) => entry)
}
