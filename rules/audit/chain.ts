import { createHash } from 'node:crypto'
import { canonicalJson } from '#values/canonical-json'
import type { Instant } from '#values/days'

/** What a field was or became. */
export type AuditValue = string | number | boolean | null | readonly string[]
type AuditFacts = Readonly<Record<string, AuditValue>>

/** One act, before it has its place in the chain. */
export interface AuditAct {
  at: Instant
  /** Who acted. `account` null: a tool with the environment's own credentials, or a timer. */
  who: { account: string | null; name: string; role: string }
  /** `review.approve` */
  what: string
  object: { kind: string; id: string }
  before: AuditFacts | null
  after: AuditFacts | null
  why: string
  requestId: string
}

/** Where a chain stands: its last entry's number and hash. */
export interface ChainPlace {
  number: number
  hash: string
}

/** An act in its place: number one more than the last, and the last one's hash within the own hash. */
export interface AuditEntry extends AuditAct, ChainPlace {
  previousHash: string
}

/** Before the first entry. */
export const chainStart: ChainPlace = { number: 0, hash: '0'.repeat(64) }

/** SHA-256, hex, of all that an entry says. */
export function entryHash(entry: Omit<AuditEntry, 'hash'>): string {
  const { number, previousHash, at, who, what, object, before, after, why, requestId } = entry
  const said = { number, previousHash, at, who, what, object, before, after, why, requestId }
  return createHash('sha256').update(canonicalJson(said)).digest('hex')
}

/** “每一步操作都记下来，一条接一条，前面的改不动。” The act as the entry that follows `last`. */
export function entryAfter(last: ChainPlace, act: AuditAct): AuditEntry {
  const entry = { ...act, number: last.number + 1, previousHash: last.hash }
  return { ...entry, hash: entryHash(entry) }
}

/** What is wrong with the first entry that is wrong: its content, its link to the one before, or that it is not there. */
export type ChainBreak = { number: number; why: 'altered' | 'unlinked' | 'missing' }

/** Follows a chain from a place that is trusted. `entries` in the order of their numbers, the next one first. */
export function followChain(
  from: ChainPlace,
  entries: readonly AuditEntry[],
): { last: ChainPlace; broken: ChainBreak | null } {
  let last = from
  for (const entry of entries) {
    const wrong = wrongWith(entry, last)
    if (wrong) return { last, broken: wrong }
    last = { number: entry.number, hash: entry.hash }
  }
  return { last, broken: null }
}

function wrongWith(entry: AuditEntry, last: ChainPlace): ChainBreak | null {
  const number = last.number + 1
  if (entry.number !== number) return { number, why: 'missing' }
  if (entryHash(entry) !== entry.hash) return { number, why: 'altered' }
  return entry.previousHash === last.hash ? null : { number, why: 'unlinked' }
}
