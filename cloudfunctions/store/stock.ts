import type { Reservation } from '#rules/prize-draw/draw-book'
import { isSameDecision, isSameDraw } from '#rules/prize-draw/reservation'
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
      passedOn: [],
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
  return came
}

/**
 * Why no unit was taken. `not-known`: the last is held by an earlier attempt at this same draw, which the reconciliation
 * will give back; or others took each unit that was seen.
 */
export type NothingTaken = 'none-left' | 'not-known'

/** How often the shards are looked at while others take what was seen there. */
const MOST_LOOKS = 4

/**
 * Takes one unit of a prize for the draw `reservationId`: one database operation as long as the shard where it begins has
 * one. Else all shards are looked at and what they have is tried. When none has a unit, one that another attempt at this
 * same decision holds (a second phone, a call that broke off) serves as well: nobody loses to oneself.
 * @param spread any whole number that differs between draws: where to begin looking
 */
export async function reserveUnit(
  stock: PrizeStock,
  draw: { reservationId: string; on: Day; spread: number },
): Promise<Reservation | NothingTaken> {
  const layout = splitStock(stock.quantity, stock.perDay)
  const first = draw.spread % layout.length
  const take = async (id: string, perDay: number | null): Promise<Reservation | null> => {
    const daily = perDay === null ? null : { on: draw.on, perDay }
    return (await takeFrom(id, draw.reservationId, daily)) ? { shardId: id, reservationId: draw.reservationId } : null
  }
  const atOnce = await take(shardId(stock, first), layout[first]?.perDay ?? null)
  if (atOnce) return atOnce

  const ids = layout.map((_part, step) => shardId(stock, (first + step) % layout.length))
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const found = new Map((await shards.findAll(ids)).map((shard) => [shard._id, shard]))
    const seen = ids.flatMap((id) => found.get(id) ?? [])
    const withUnits = seen.filter((shard) => hasUnit(shard, draw.on))
    for (const { _id, perDay } of withUnits) {
      const taken = await take(_id, perDay)
      if (taken) return taken
    }
    if (withUnits.length === 0) {
      const held = seen.flatMap(({ _id, reservations }) =>
        reservations
          .filter((id) => isSameDraw(id, draw.reservationId))
          .map((reservationId) => ({ shardId: _id, reservationId })),
      )
      const own = held.find(({ reservationId }) => isSameDecision(reservationId, draw.reservationId))
      return own ?? (held.length > 0 ? 'not-known' : 'none-left')
    }
  }
  return 'not-known'
}

const hasUnit = ({ left, perDay, takenOn }: StockShard, on: Day): boolean =>
  left > 0 && (perDay === null || (takenOn[on] ?? 0) < perDay)

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

/** Takes a forfeited prize's unit for the next in line, once. False when it was taken before. */
export async function passUnitOn(shardId: string, from: string, to: string): Promise<boolean> {
  const updated = await shards.updateWhere(
    { _id: shardId, left: command.gt(0), 'passedOn.from': command.neq(from) },
    { left: command.inc(-1), settled: command.inc(1), passedOn: command.push([{ from, to }]) },
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
