import type { CollectionStep } from '#rules/prize-collection/filling'
import type { CollectionWay } from '#rules/prize-collection/needs'
import type { Carrier } from '#values/carriers'
import type { Instant } from '#values/days'
import { collection, command } from './collection'
import { codeHashOf, codeUsed, noCode, type ShownCode, shownCode, whileShown } from './shown-codes'

/** Whom and where a prize goes to, in the clear; kept sealed as one text. */
export interface Recipient {
  name: string
  phone: string
  /** Province, city, district; empty for a prize that is fetched. */
  region: string[]
  address: string
}

/** How a prize was handed over: a parcel, or over a counter. A coupon's code stands with the codes. */
export type HandOver =
  | { kind: 'carrier'; at: Instant; by: string; carrier: Carrier; trackingNumber: string }
  | {
      kind: 'in-person'
      at: Instant
      by: string
      /** The branch by name, as it was then. */
      where: string
      /** `branch.<code>.<day>` */
      placeDay: string
      requestKey: string
    }

/** 领奖信息 (§5.4.4) of one prize. The ledger says whether it is verified, handed over or expired. */
export interface PrizeCollection {
  /** The benefit. */
  _id: string
  campaignId: string
  prizeId: string
  /** The WeChat account of its winner. */
  account: string
  step: CollectionStep
  way: CollectionWay
  /** Where it is fetched; null for the other ways. */
  branchCode: string | null
  sealedRecipient: string
  nameMask: string
  phoneMask: string
  /** Province, city and district. */
  regionText: string
  /** Null where none is asked, or none was given yet. */
  sealedIdNumber: string | null
  idMask: string | null
  /** 同意 and 单独同意 (PIPL §13, §29): when, and to which texts. */
  consent: { at: Instant; textHash: string } | null
  submittedAt: Instant | null
  /** Keyed hash of what was submitted: the same sent again is the same submission. Null while nothing was. */
  submissionHash: string | null
  returned: { at: Instant; by: string; why: string } | null
  handOver: HandOver | null
  /** True from the noting of a hand-over until the ledger says so: a crash in between leaves it where the timer finds it. */
  unsettled: boolean
  /** The counter code that was shown last. */
  code: ShownCode
  /** Grows by one with every change of the details; a write names the one it read. */
  version: number
}

const collections = collection<PrizeCollection>('prizeCollections')

/** One database operation. */
export const findPrizeCollection = (benefitId: string): Promise<PrizeCollection | null> => collections.find(benefitId)

export const findPrizeCollections = (benefitIds: readonly string[]): Promise<PrizeCollection[]> =>
  collections.findAll(benefitIds)

export const listPrizeCollectionsOf = (account: string): Promise<PrizeCollection[]> => collections.listAll({ account })

/** 草稿 that were never submitted: nobody needs them but the customer. @returns how many */
export const removeDraftsOf = (account: string): Promise<number> => collections.removeWhere({ account, step: 'draft' })

/** A recipient that was opened, back into its parts. @throws Error when the text is none: nothing else is ever sealed there */
export function readRecipient(opened: string): Recipient {
  const read: unknown = JSON.parse(opened)
  if (typeof read !== 'object' || read === null) throw new Error('not a recipient')
  const textOf = (key: keyof Recipient): string => {
    const value: unknown = Reflect.get(read, key)
    return typeof value === 'string' ? value : ''
  }
  const region: unknown = Reflect.get(read, 'region')
  return {
    name: textOf('name'),
    phone: textOf('phone'),
    region: Array.isArray(region) ? region.map(String) : [],
    address: textOf('address'),
  }
}

/** What a winner may write. */
type Details = Omit<PrizeCollection, 'handOver' | 'unsettled' | 'code' | 'version'>

/** Keeps details, the first or in place of version `before`; false when they changed since they were read. */
export async function keepDetails({ _id, ...details }: Details, before: number): Promise<boolean> {
  if (before === 0)
    return collections.add({ _id, ...details, handOver: null, unsettled: false, code: noCode, version: 1 })
  const data = {
    ...details,
    consent: command.set(details.consent),
    returned: command.set(details.returned),
    version: before + 1,
  }
  return (await collections.updateWhere({ _id, version: before }, data)) === 1
}

/** Gives submitted details back to be corrected; false when they are not submitted any more. */
export async function returnDetails(
  { _id, version }: Pick<PrizeCollection, '_id' | 'version'>,
  returned: NonNullable<PrizeCollection['returned']>,
): Promise<boolean> {
  const updated = await collections.updateWhere(
    { _id, version, step: 'submitted' },
    { step: 'returned', returned: command.set(returned), version: version + 1 },
  )
  return updated === 1
}

/** The code takes the place of the one shown before. */
export async function showPrizeCode(benefitId: string, code: string, validUntilAt: Instant): Promise<void> {
  await collections.updateWhere({ _id: benefitId }, { code: command.set(shownCode(code, validUntilAt)) })
}

/** One database operation. */
export async function findPrizeCollectionByCode(code: string): Promise<PrizeCollection | null> {
  const [found] = await collections.list({ 'code.hash': codeHashOf(code) }, { limit: 1 })
  return found ?? null
}

/** Notes a hand-over at a counter in one conditional write: false when the code was used, or another shown, meanwhile. */
export async function noteFetched(
  benefitId: string,
  code: string,
  handOver: Extract<HandOver, { kind: 'in-person' }>,
): Promise<boolean> {
  const updated = await collections.updateWhere(
    { _id: benefitId, ...whileShown(code, handOver.at), handOver: null },
    { ...codeUsed, handOver: command.set(handOver), unsettled: true },
  )
  return updated === 1
}

/** Notes a parcel; false when a hand-over is noted already. */
export async function noteSent(benefitId: string, handOver: Extract<HandOver, { kind: 'carrier' }>): Promise<boolean> {
  return (
    (await collections.updateWhere(
      { _id: benefitId, handOver: null },
      { handOver: command.set(handOver), unsettled: true },
    )) === 1
  )
}

/** Takes a noted hand-over back; false when it is not this one any more. */
export async function forgetHandOver(benefitId: string, at: Instant): Promise<boolean> {
  return (
    (await collections.updateWhere(
      { _id: benefitId, 'handOver.at': at },
      { handOver: command.set(null), unsettled: false },
    )) === 1
  )
}

/** The ledger says so too. */
export async function settleHandOver(benefitId: string, at: Instant): Promise<void> {
  await collections.updateWhere({ _id: benefitId, 'handOver.at': at }, { unsettled: false })
}

/** Noted before that instant, by calls that must have ended. */
export const listUnsettled = (notedBefore: Instant, limit: number): Promise<PrizeCollection[]> =>
  collections.list({ unsettled: true, 'handOver.at': command.lt(notedBefore) }, { limit })

/** What is to be sent or fetched, as far as the details say: in the order of their ids. */
export const listToHandOver = (
  where: { campaignId: string; way: CollectionWay; branchCode?: string; prizeId?: string },
  { after, limit }: { after: string; limit: number },
): Promise<PrizeCollection[]> =>
  collections.list(
    { ...where, step: 'submitted', handOver: null, _id: command.gt(after) },
    { orderBy: ['_id', 'asc'], limit },
  )

/** A request that was carried out before. */
export async function findFetchedByRequest(requestKey: string): Promise<PrizeCollection | null> {
  const [found] = await collections.list({ 'handOver.requestKey': requestKey }, { limit: 1 })
  return found ?? null
}

export const listFetchedAt = (placeDay: string): Promise<PrizeCollection[]> =>
  collections.listAll({ 'handOver.placeDay': placeDay })
