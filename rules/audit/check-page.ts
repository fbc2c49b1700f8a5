import { type AuditEntry, type ChainBreak, type ChainPlace, followChain } from './chain'

/** What a page of the chain shows, followed from a place that is trusted. */
export interface CheckedPage {
  last: ChainPlace
  broken: ChainBreak | null
  /** No entries are left, and the head is on the chain. */
  done: boolean
}

/**
 * “从头查到尾：没有改过、换过、少过。” `head` is what the log said where it stands before the page was read: the chain must reach it
 * and have it as one of its entries. An empty page is the end.
 */
export function checkPage(from: ChainPlace, entries: readonly AuditEntry[], head: ChainPlace | null): CheckedPage {
  const { last, broken } = followChain(from, entries)
  if (broken) return { last, broken, done: true }
  const atHead = entries.find(({ number }) => number === head?.number)
  if (atHead && atHead.hash !== head?.hash) {
    return { last: from, broken: { number: atHead.number, why: 'unlinked' }, done: true }
  }
  if (entries.length > 0) return { last, broken: null, done: false }
  const cutOff = head !== null && head.number > last.number
  return { last, broken: cutOff ? { number: last.number + 1, why: 'missing' } : null, done: true }
}
