import type { Terms } from '#rules/campaign/terms'
import type { DrawBook } from '#rules/prize-draw/draw-book'
import { prizeBenefit } from '#rules/prize-draw/prize-benefit'
import { fateOf } from '#rules/prize-draw/reconcile'
import { readReservationId } from '#rules/prize-draw/reservation'
import type { StockShard } from '#rules/prize-draw/stock'
import { addBenefit, findExistingBenefits } from '#store/benefits'
import { fenceDrawBook, findDrawBooks } from '#store/draw-books'
import { listStock, releaseUnit, settleUnits } from '#store/stock'
import type { TermsInForce } from '#store/terms'

export interface Mended {
  /** Units whose wins now stand in the ledger. */
  settled: number
  /** Wins whose ledger entry was missing and has been made. */
  entered: number
  /** Units that went back because their draw never came to be. */
  released: number
  /** Reservations whose draw may still be running. */
  undecided: string[]
}

/** One read of the cloud database answers so many documents. */
const BATCH = 100

/**
 * Mends what a crash left half-done: a win without its ledger entry, a unit reserved by a draw that never came to be.
 * Right at any moment, beside running draws and beside itself (docs/decisions/0003-stock.md).
 * @param undecidedBefore reservations that were undecided at the last reconciliation too: their draws are fenced off now
 */
export async function mendStock(
  { terms, layout }: TermsInForce,
  undecidedBefore: ReadonlySet<string>,
): Promise<Mended> {
  const total: Mended = { settled: 0, entered: 0, released: 0, undecided: [] }
  for (const shard of await listStock(terms.campaignId, layout.termsVersion)) {
    const toSettle: string[] = []
    for (let from = 0; from < shard.reservations.length; from += BATCH) {
      const batch = shard.reservations.slice(from, from + BATCH)
      toSettle.push(...(await mendBatch(terms, shard, batch, undecidedBefore, total)))
    }
    if (toSettle.length > 0 && (await settleUnits(shard, toSettle))) total.settled += toSettle.length
  }
  return total
}

/** Mends up to 100 reservations of a shard and adds to `total`. The reservations that can be settled. */
async function mendBatch(
  terms: Terms,
  shard: StockShard,
  reservationIds: string[],
  undecidedBefore: ReadonlySet<string>,
  total: Mended,
): Promise<string[]> {
  const names = reservationIds.map(readReservationId)
  const books = new Map(
    (await findDrawBooks([...new Set(names.map(({ bookId }) => bookId))])).map((book) => [book._id, book]),
  )
  const entered = await findExistingBenefits(names.map(({ benefitId }) => benefitId))
  const perDay = terms.prizeDraw.prizes.find(({ prizeId }) => prizeId === shard.prizeId)?.perDay ?? null
  const giveBack = async (reservationId: string): Promise<void> => {
    const { on } = readReservationId(reservationId)
    if (await releaseUnit({ shardId: shard._id, reservationId }, perDay, on)) total.released += 1
  }

  const toSettle: string[] = []
  for (const reservationId of reservationIds) {
    const { bookId, bookVersion } = readReservationId(reservationId)
    const book = books.get(bookId)
    if (!book) throw new Error(`reservation ${reservationId} names a book that does not exist`)
    const fate = fateOf(reservationId, book)
    switch (fate.kind) {
      case 'won':
        total.entered += await enter(terms, book, fate.draw, entered)
        toSettle.push(reservationId)
        break
      case 'orphan':
        await giveBack(reservationId)
        break
      case 'undecided':
        if (!undecidedBefore.has(reservationId)) total.undecided.push(reservationId)
        else if (await fenceDrawBook(bookId, bookVersion)) await giveBack(reservationId)
        break
    }
  }
  return toSettle
}

async function enter(
  terms: Terms,
  book: DrawBook,
  draw: DrawBook['draws'][number],
  entered: ReadonlySet<string>,
): Promise<number> {
  const benefit = prizeBenefit(terms, book, draw, 'unknown')
  if (!benefit || entered.has(benefit._id)) return 0
  return (await addBenefit(benefit)) ? 1 : 0
}
