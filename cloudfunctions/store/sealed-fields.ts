import { collection, command, type Fields } from './collection'
import { isSealedAnew, seal, unseal } from './secrets'
import { inTurns } from './told'

/** Every field of every collection that holds a sealed value. What is not here is lost with its old key. */
export const sealedFields: Readonly<Record<string, readonly string[]>> = {
  seedChains: ['sealedRoot'],
  vehicles: ['sealedVin', 'sealedPlate'],
  holders: ['sealedName', 'sealedIdNumber', 'sealedPhone'],
  bankAccounts: ['sealedCardNumber'],
  prizeCollections: ['sealedRecipient', 'sealedIdNumber'],
  couponCodes: ['sealedCode'],
  payoutLines: ['sealedName', 'sealedPayee'],
  leads: ['sealedName', 'sealedPhone', 'sealedPlate'],
}

const PAGE = 100

export interface ResealedPage {
  looked: number
  resealed: number
  /** The last document that was looked at; null when there are no more. */
  last: string | null
}

/** Seals the next 100 documents after `after` anew where they are under an old key. Each only while it still is as it was read. */
export async function resealAfter(name: string, after: string): Promise<ResealedPage> {
  const fields = sealedFields[name] ?? []
  const documents = collection<{ _id: string } & Fields>(name)
  const shown = Object.fromEntries(['_id', ...fields].map((field) => [field, true]))
  const page = await documents.list({ _id: command.gt(after) }, { orderBy: ['_id', 'asc'], limit: PAGE, fields: shown })
  let resealed = 0
  await inTurns(page, async ({ _id, ...values }) => {
    const old = fields.flatMap((field): [string, string][] => {
      const value = values[field]
      return typeof value === 'string' && !isSealedAnew(value) ? [[field, value]] : []
    })
    if (old.length === 0) return
    const anew = Object.fromEntries(old.map(([field, value]) => [field, seal(unseal(value))]))
    const changed = await documents.updateWhere({ _id, ...Object.fromEntries(old) }, anew)
    resealed += changed
  })
  return { looked: page.length, resealed, last: page.length < PAGE ? null : (page.at(-1)?._id ?? null) }
}
