import { createHash } from 'node:crypto'
import { addDays, type Day, daysBetween } from '#values/days'

const hash = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

/**
 * The hash chain of daily seeds. The seed of campaign day d hashes to the seed of day d − 1, and day 1's seed hashes to
 * the commitment, which is published before the start: so no seed can be exchanged afterwards, and a published seed
 * tells nothing of later days.
 */
export interface SeedChain {
  /** The chain's secret beginning, 32 bytes. */
  root: Buffer
  /** Number of days that the chain serves. */
  length: number
}

/** The seed of campaign day `dayNumber` (1 is the first day), 32 bytes. @throws RangeError outside the chain */
export function seedOf(chain: SeedChain, dayNumber: number): Buffer {
  if (!Number.isInteger(dayNumber) || dayNumber < 0 || dayNumber > chain.length) {
    throw new RangeError(`day ${dayNumber} is outside a seed chain of ${chain.length} days`)
  }
  let seed = chain.root
  for (let step = chain.length; step > dayNumber; step -= 1) seed = hash(seed)
  return seed
}

/** What is published before the start: the end of the chain. */
export const commitmentOf = (chain: SeedChain): string => seedOf(chain, 0).toString('hex')

/** 1 on the campaign's first day. */
export const dayNumberOf = (startsOn: Day, on: Day): number => daysBetween(startsOn, on) + 1

export const dayOfNumber = (startsOn: Day, dayNumber: number): Day => addDays(startsOn, dayNumber - 1)
