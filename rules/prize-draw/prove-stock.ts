import type { StockShard } from './stock'

/** stock = won + left, for one prize. */
export interface StockProof {
  prizeId: string
  quantity: number
  /** Wins in the ledger. */
  won: number
  left: number
  /** Units held by draws whose win is not yet settled. */
  held: number
  holds: boolean
}

/**
 * Proves a prize's stock while draws go on: nothing is lost in any shard, and the ledger's wins lie between what was
 * settled before they were counted and what was settled or held after. With nothing held the three are equal.
 */
export function proveStock(
  prize: { prizeId: string; quantity: number },
  before: readonly StockShard[],
  won: number,
  after: readonly StockShard[],
): StockProof {
  const now = after.filter(({ prizeId }) => prizeId === prize.prizeId)
  const left = sum(now, (shard) => shard.left)
  const held = sum(now, (shard) => shard.reservations.length)
  const settled = sum(now, (shard) => shard.settled)
  const settledBefore = sum(
    before.filter(({ prizeId }) => prizeId === prize.prizeId),
    (shard) => shard.settled,
  )
  const complete = now.every(
    (shard) => shard.left >= 0 && shard.allotted === shard.left + shard.reservations.length + shard.settled,
  )
  const holds = complete && left + held + settled === prize.quantity && settledBefore <= won && won <= settled + held
  return { prizeId: prize.prizeId, quantity: prize.quantity, won, left, held, holds }
}

const sum = (shards: readonly StockShard[], of: (shard: StockShard) => number): number =>
  shards.reduce((total, shard) => total + of(shard), 0)
