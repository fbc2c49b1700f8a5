import type { Instant } from '#values/days'
import { collection } from './collection'
import { lookupHash, sealText, unseal } from './secrets'

/** One code of an uploaded list (§5.4.4). Each code once in a campaign. */
interface CouponCode {
  /** Keyed hash of campaign and code. */
  _id: string
  campaignId: string
  prizeId: string
  sealedCode: string
  state: 'free' | 'assigned'
  uploadedAt: Instant
  uploadedBy: string
}

/** Which code a prize has: one for a prize, and, `codeId` being unique, one prize for a code. */
interface CodeHolder {
  /** The benefit. */
  _id: string
  codeId: string
}

const codes = collection<CouponCode>('couponCodes')
const holders = collection<CodeHolder>('couponCodeHolders')

const codeIdOf = (campaignId: string, code: string): string => lookupHash('coupon-code', `${campaignId}\n${code}`)

/** Of these codes those that were uploaded before, each with its prize. */
export async function findUploadedCodes(campaignId: string, list: readonly string[]): Promise<Map<string, string>> {
  const byId = new Map(list.map((code) => [codeIdOf(campaignId, code), code]))
  const found = await codes.findAll([...byId.keys()])
  return new Map(found.map(({ _id, prizeId }) => [byId.get(_id) ?? '', prizeId]))
}

/** Adds codes that are not there yet. Uploaded by two people at once each is added once. @returns how many were added */
export async function addCodes(
  campaignId: string,
  prizeId: string,
  list: readonly string[],
  uploaded: { at: Instant; by: string },
): Promise<number> {
  const documents = list.map(
    (code): CouponCode => ({
      _id: codeIdOf(campaignId, code),
      campaignId,
      prizeId,
      sealedCode: sealText(code),
      state: 'free',
      uploadedAt: uploaded.at,
      uploadedBy: uploaded.by,
    }),
  )
  let added = 0
  for (let from = 0; from < documents.length; from += AT_ONCE) {
    const some = documents.slice(from, from + AT_ONCE)
    if (await codes.addAll(some)) added += some.length
    else added += (await Promise.all(some.map((one) => codes.add(one)))).filter(Boolean).length
  }
  return added
}

const AT_ONCE = 100

/** How many tries at a code that others take at the same moment. */
const MOST_TRIES = 20
const CANDIDATES = 50

/**
 * The code of a coupon prize, assigned now if it has none; null when none is left. Two at once for one prize get the same
 * code, and two prizes never do: the holder's document is made once, under the prize and under the code.
 * @param pick a whole number below the given one
 */
export async function assignCode(
  { _id, campaignId, prizeId }: { _id: string; campaignId: string; prizeId: string },
  pick: (below: number) => number,
): Promise<string | null> {
  const before = await findCodeOf(_id)
  if (before !== null) return before
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const free = await codes.list({ campaignId, prizeId, state: 'free' }, { limit: CANDIDATES })
    const candidate = free[pick(Math.max(1, free.length))]
    if (!candidate) return null
    const taken = await holders.add({ _id, codeId: candidate._id })
    const own = taken ? null : await findCodeOf(_id)
    // Also where it was another's: whoever took it may have ended before saying so.
    if (own === null) await codes.updateWhere({ _id: candidate._id, state: 'free' }, { state: 'assigned' })
    if (taken) return unseal(candidate.sealedCode).toString()
    if (own !== null) return own
  }
  return null
}

/** The code that a prize has; null while it has none. One or two database operations. */
export async function findCodeOf(benefitId: string): Promise<string | null> {
  const holder = await holders.find(benefitId)
  if (!holder) return null
  const code = await codes.find(holder.codeId)
  if (!code) throw new Error(`prize ${benefitId} has a code that is not on file`)
  return unseal(code.sealedCode).toString()
}

/** Two database operations. */
export async function countCodes(campaignId: string, prizeId: string): Promise<{ uploaded: number; free: number }> {
  const [uploaded, free] = await Promise.all([
    codes.count({ campaignId, prizeId }),
    codes.count({ campaignId, prizeId, state: 'free' }),
  ])
  return { uploaded, free }
}
