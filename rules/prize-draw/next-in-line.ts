/**
 * 员工这样说：逾期没有人领的奖品补发一次，给抽中同一种奖品而当时已发完的人，谁先抽中谁先得。 §5.4.4
 *
 * Who is next follows from the draws that each day's export publishes, so everybody can work it out. A prize that was
 * passed on and forfeited again goes no further.
 */
import type { Terms } from '#rules/campaign/terms'
import type { DrawBook, DrawRecord } from './draw-book'
import { benefitIdOf } from './prize-benefit'
import { customerAtLimit, prizeAtLimit, type Win, winsIn } from './win-limits'

/** A draw that hit a prize of which none was left, and the ledger's entry that it gets when one comes to it. */
export interface MissedDraw {
  book: DrawBook
  draw: DrawRecord
  benefitId: string
}

export interface PassedOn {
  /** The expired entry. */
  from: string
  to: MissedDraw
}

/**
 * To whom the forfeited prizes of one kind go, in the order of their ids. Those who are at a limit of the terms by then are
 * passed over; nobody left, and the rest stays.
 * @param forfeited ids of expired entries, none of which was passed on, or came to its owner so
 * @param books all with a draw that missed a prize
 * @param given ids of the entries that were passed on before, of all prizes
 */
export function passOn(
  terms: Terms,
  prizeId: string,
  forfeited: readonly string[],
  books: readonly DrawBook[],
  given: ReadonlySet<string>,
): PassedOn[] {
  const line = lineFor(prizeId, books)
  const taken = new Set(given)
  const passed: PassedOn[] = []
  for (const from of [...forfeited].sort()) {
    const to = line.find((one) => !taken.has(one.benefitId) && mayWin(terms, prizeId, one, taken))
    if (!to) break
    taken.add(to.benefitId)
    passed.push({ from, to })
  }
  return passed
}

/** Everybody who hit this prize when none was left, the earliest draw first. */
function lineFor(prizeId: string, books: readonly DrawBook[]): MissedDraw[] {
  const line = books.flatMap((book) =>
    book.draws
      .filter(({ outcome }) => outcome.kind === 'out-of-stock' && outcome.prizeId === prizeId)
      .map((draw) => ({ book, draw, benefitId: benefitIdOf(book.campaignId, book.pseudonym, draw) })),
  )
  return line.sort((one, other) => one.draw.at - other.draw.at || (one.benefitId < other.benefitId ? -1 : 1))
}

/** What came by being passed on counts as a win of its draw's day. */
function mayWin(terms: Terms, prizeId: string, { book, draw }: MissedDraw, taken: ReadonlySet<string>): boolean {
  const passedOn: Win[] = book.draws.flatMap(({ outcome, on, ordinal }) =>
    outcome.kind === 'out-of-stock' && taken.has(benefitIdOf(book.campaignId, book.pseudonym, { on, ordinal }))
      ? [{ prizeId: outcome.prizeId, on }]
      : [],
  )
  const wins = [...winsIn(book), ...passedOn]
  return !customerAtLimit(terms, wins, draw.on) && !prizeAtLimit(terms, wins, prizeId)
}
