import type { DrawBook, DrawRecord, ShareCredit } from '#rules/prize-draw/draw-book'
import type { Day } from '#values/days'
import { collection, command } from './collection'

const books = collection<DrawBook>('drawBooks')

export const drawBookId = (campaignId: string, pseudonym: string): string => `${campaignId}.${pseudonym}`

/** One database operation. */
export const findDrawBook = (campaignId: string, pseudonym: string): Promise<DrawBook | null> =>
  books.find(drawBookId(campaignId, pseudonym))

export async function findDrawBookByShare(campaignId: string, shareId: string): Promise<DrawBook | null> {
  const [book] = await books.list({ shareId, campaignId }, { limit: 1 })
  return book ?? null
}

export const findDrawBooks = (ids: string[]): Promise<DrawBook[]> => books.list({ _id: command.in(ids) })

/** False when another call opened the book first. */
export const addDrawBook = (book: DrawBook): Promise<boolean> => books.add(book)

/**
 * Writes a draw into the book, one database operation. False, and nothing written, when the book has changed since it
 * was read.
 */
export async function appendDraw(book: DrawBook, record: DrawRecord): Promise<boolean> {
  const updated = await books.updateWhere(
    { _id: book._id, version: book.version },
    {
      version: command.inc(1),
      draws: command.push([record]),
      ...(book.drewOn.includes(record.on) ? {} : { drewOn: command.push([record.on]) }),
    },
  )
  return updated === 1
}

/** A new book with the first draw already in it, one database operation. False when the book exists by now. */
export const addDrawBookWith = (book: DrawBook, record: DrawRecord): Promise<boolean> =>
  books.add({ ...book, version: book.version + 1, draws: [record], drewOn: [record.on] })

/** Gives the chance for sharing, at most once a day. False when that day already has it. */
export async function creditShare(bookId: string, credit: ShareCredit): Promise<boolean> {
  const updated = await books.updateWhere(
    { _id: bookId, 'shareCredits.on': command.neq(credit.on) },
    { version: command.inc(1), shareCredits: command.push([credit]) },
  )
  return updated === 1
}

/**
 * Makes every draw that read version `version` of the book start over: its write will find another version.
 * False when the book is past that version anyway.
 */
export async function fenceDrawBook(bookId: string, version: number): Promise<boolean> {
  return (await books.updateWhere({ _id: bookId, version }, { version: command.inc(1) })) === 1
}

export const setFollowingByUnionid = (unionid: string, following: boolean): Promise<number> =>
  books.updateWhere({ unionid }, { following, version: command.inc(1) })

export async function setFollowing(book: DrawBook, following: boolean, unionid: string | null): Promise<void> {
  await books.updateWhere({ _id: book._id }, { following, unionid, version: command.inc(1) })
}

export async function setPosterFile(bookId: string, posterFileId: string): Promise<void> {
  await books.updateWhere({ _id: bookId }, { posterFileId })
}

/** Every book with a draw on that day, for the day's export and its proof. */
export const listDrawBooksOf = (campaignId: string, on: Day): Promise<DrawBook[]> =>
  books.listAll({ campaignId, drewOn: on })

/** Every book with a draw that hit a prize of which none was left. */
export const listBooksThatMissed = (campaignId: string): Promise<DrawBook[]> =>
  books.listAll({ campaignId, 'draws.outcome.kind': 'out-of-stock' })

/** The draws of a WeChat account in a campaign, for staff who know its number. */
export async function findDrawBookOf(campaignId: string, account: string): Promise<DrawBook | null> {
  const [book] = await books.list({ account, campaignId }, { limit: 1 })
  return book ?? null
}

/** Of every campaign; a book of before the account was kept is not among them. */
export const listDrawBooksOfAccount = (account: string): Promise<DrawBook[]> => books.listAll({ account })

/** Takes out of a book what has nothing to do with proving the draw; its draws and the pseudonym stay. */
export async function forgetAround({ _id }: DrawBook): Promise<void> {
  const nothing = { unionid: null, channel: null, posterFileId: null, following: false }
  await books.updateWhere({ _id }, { ...nothing, version: command.inc(1) })
}
