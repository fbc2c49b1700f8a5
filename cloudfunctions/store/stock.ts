import type { Reservation } from '#rules/prize-draw/draw-book'
import { raisedAllotments, type StockLayout, type StockShard, splitStock } from '#rules/prize-draw/stock'
import type { Day, Instant } from '#values/days'
import { collection, command } from './collection'

const shards = collection<StockShard>('stockShards')

interface PrizeStock {
  campaignId: string
  /** Of the terms that laid the stock out. */
  termsVersion: number
  prizeId: string
  /** What it was laid out with; more may have come since. */
  quantity: number
  perDay: number | null
}

const shardId = (stock: Omit<PrizeStock, 'quantity' | 'perDay'>, index: number): string =>
  [stock.campaignId, `v${stock.termsVersion}`, stock.prizeId, index].join('.')

/** Lays out a prize's stock. Safe to do again: what is there stays as it is. */
export async function openStock(stock: PrizeStock, now: Instant): Promise<void> {
  const { campaignId, termsVersion, prizeId } = stock
  for (const [index, { allotted, perDay }] of splitStock(stock.quantity, stock.perDay).entries()) {
    await shards.add({
      _id: shardId(stock, index),
      campaignId,
      termsVersion,
      prizeId,
      allotted,
      left: allotted,
      reservations: [],
      settled: 0,
      perDay,
      takenOn: {},
      round: 0,
      returned: [],
      openedAt: now,
    })
  }
}

/** The prize's stock as its shards were laid out, whatever its quantity is now. @throws Error for a prize that was never laid out */
export function stockOf(
  campaignId: string,
  { termsVersion, quantities }: StockLayout,
  { prizeId, perDay }: { prizeId: string; perDay: number | null },
): PrizeStock {
  const quantity = quantities[prizeId]
  if (quantity === undefined) throw new Error(`stock of ${prizeId} was not laid out with version ${termsVersion}`)
  return { campaignId, termsVersion, prizeId, quantity, perDay }
}

/**
 * Brings the shards up to a quantity that was raised while the campaign runs: one read, and a write for each shard that has
 * less. Safe to do again, and beside draws and itself: a shard that somebody raised meanwhile is left alone.
 * @returns how many units came
 */
export async function raiseStock(stock: PrizeStock, quantity: number): Promise<number> {
  if (quantity === stock.quantity) return 0
  const targets = raisedAllotments(stock.quantity, stock.perDay, quantity)
  const ids = targets.map((_target, index) => shardId(stock, index))
  const found = new Map((await shards.findAll(ids)).map((shard) => [shard._id, shard.allotted]))
  let came = 0
  for (const [index, id] of ids.entries()) {
    const [target, allotted] = [targets[index], found.get(id)]
    if (target === undefined || allotted === undefined) throw new Error(`there is no shard ${id}`)
    if (allotted >= target) continue
    const more = target - allotted
    const raised = { allotted: command.inc(more), left: command.inc(more) }
    if ((await shards.updateWhere({ _id: id, allotted }, raised)) === 1) came += more
  }
  if (came > 0) emptyUntil.clear()
  return came
}

/** Shards this instance found empty, and until when it believes so (the reconciliation may return a unit). */
const emptyUntil = new Map<string, number>()
const BELIEVE_EMPTY_MS = 1_000

/**
 * Takes one unit of a prize for the draw `reservationId`: one database operation, one more for each shard that turns
 * out to be empty. Null when no shard has a unit left for the day.
 * @param spread any whole number that differs between draws: where to begin looking
 */
export async function reserveUnit(
  stock: PrizeStock,
  draw: { reservationId: string; on: Day; spread: number },
): Promise<Reservation | null> {
  const layout = splitStock(stock.quantity, stock.perDay)
  for (let step = 0; step < layout.length; step += 1) {
    const index = (draw.spread + step) % layout.length
    const perDay = layout[index]?.perDay ?? null
    const id = shardId(stock, index)
    const key = perDay === null ? id : `${id}.${draw.on}`
    if ((emptyUntil.get(key) ?? 0) > performance.now()) continue
    if (await takeFrom(id, draw.reservationId, perDay === null ? null : { on: draw.on, perDay })) {
      return { shardId: id, reservationId: draw.reservationId }
    }
    emptyUntil.set(key, performance.now() + BELIEVE_EMPTY_MS)
  }
  return null
}

async function takeFrom(
  id: string,
  reservationId: string,
  daily: { on: Day; perDay: number } | null,
): Promise<boolean> {
  const takenToday = daily ? `takenOn.${daily.on}` : null
  const updated = await shards.updateWhere(
    {
      _id: id,
      left: command.gt(0),
      ...(daily && takenToday ? { [takenToday]: command.not(command.gte(daily.perDay)) } : {}),
    },
    {
      left: command.inc(-1),
      reservations: command.push([reservationId]),
      ...(takenToday ? { [takenToday]: command.inc(1) } : {}),
    },
  )
  return updated === 1
}

/**
 * Gives a unit back, once: a reservation that is no longer there gives nothing back. `on` is the day it was taken for.
 */
export async function releaseUnit(
  { shardId: id, reservationId }: Reservation,
  perDay: number | null,
  on: Day,
): Promise<boolean> {
  emptyUntil.clear()
  const updated = await shards.updateWhere(
    { _id: id, reservations: reservationId },
    {
      left: command.inc(1),
      reservations: command.pull(reservationId),
      ...(perDay === null ? {} : { [`takenOn.${on}`]: command.inc(-1) }),
    },
  )
  return updated === 1
}

/**
 * Puts the unit of a forfeited prize back, once: a prize that is named there already gives nothing back. False when it was
 * back before.
 */
export async function returnUnit(shardId: string, benefitId: string): Promise<boolean> {
  const updated = await shards.updateWhere(
    { _id: shardId, returned: command.nin([benefitId]) },
    { left: command.inc(1), returned: command.push([benefitId]) },
  )
  return updated === 1
}

/** Counts reservations as settled whose wins stand in the ledger. False when another reconciliation was there first. */
export async function settleUnits(shard: StockShard, reservationIds: string[]): Promise<boolean> {
  const updated = await shards.updateWhere(
    { _id: shard._id, round: shard.round },
    {
      round: command.inc(1),
      settled: command.inc(reservationIds.length),
      reservations: command.pullAll(reservationIds),
    },
  )
  return updated === 1
}

export const listStock = (campaignId: string, termsVersion: number): Promise<StockShard[]> =>
  shards.listAll({ campaignId, termsVersion })
