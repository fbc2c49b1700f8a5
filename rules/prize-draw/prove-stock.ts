import type { StockShard } from './stock'

/** stock = won − returned + left, for one prize. */
export interface StockProof {
  prizeId: string
  quantity: number
  /** Wins in the ledger, those that expired among them. */
  won: number
  left: number
  /** Units held by draws whose win is not yet settled. */
  held: number
  /** Units of forfeited prizes that are back. */
  returned: number
  holds: boolean
}

/** How many wins of a prize stand in the ledger, and how many of them expired; counted between the two looks at the shards. */
export interface LedgerCount {
  won: number
  expired: number
}

/**
 * Proves a prize's stock while draws go on: nothing is lost in any shard, the ledger's wins lie between what was settled
 * before they were counted and what was settled or held after, and no more units came back than wins expired. With nothing
 * held the wins are what is settled.
 */
export function proveStock(
  prize: { prizeId: string; quantity: number },
  before: readonly StockShard[],
  { won, expired }: LedgerCount,
  after: readonly StockShard[],
): StockProof {
  const ofPrize = (shards: readonly StockShard[]) => shards.filter(({ prizeId }) => prizeId === prize.prizeId)
  const now = ofPrize(after)
  const left = sum(now, (shard) => shard.left)
  const held = sum(now, (shard) => shard.reservations.length)
  const settled = sum(now, (shard) => shard.settled)
  const returned = sum(now, (shard) => shard.returned.length)
  const settledBefore = sum(ofPrize(before), (shard) => shard.settled)
  const returnedBefore = sum(ofPrize(before), (shard) => shard.returned.length)
  const complete = now.every(
    (shard) =>
      shard.left >= 0 &&
      shard.allotted + shard.returned.length === shard.left + shard.reservations.length + shard.settled,
  )
  const holds =
    complete &&
    left + held + settled === prize.quantity + returned &&
    settledBefore <= won &&
    won <= settled + held &&
    returnedBefore <= expired
  return { prizeId: prize.prizeId, quantity: prize.quantity, won, left, held, returned, holds }
}

const sum = (shards: readonly StockShard[], of: (shard: StockShard) => number): number =>
  shards.reduce((total, shard) => total + of(shard), 0)
