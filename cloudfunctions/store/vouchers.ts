import type { Redeemer } from '#rules/service-pack/redeem'
import type { VoucherGrant } from '#rules/service-pack/service-pack'
import type { Day, Instant } from '#values/days'
import { collection, command } from './collection'
import { codeHashOf, codeUsed, noCode, type ShownCode, shownCode, whileShown } from './shown-codes'

/** One redemption. */
export interface VoucherUse {
  at: Instant
  item: string
  /** The branch or workshop by name, as it was then. */
  where: string
  /** The member of staff. */
  by: string
  /** `<place>.<day>` */
  placeDay: string
  requestKey: string
}

/** One voucher of a service pack (§5.1.3). It belongs to the holder. */
export interface Voucher extends Omit<VoucherGrant, 'uses'> {
  /** `<benefitId>.<kind>`: a pack has one of each kind. */
  _id: string
  benefitId: string
  holderId: string
  vehicleId: string
  usesLeft: number | null
  uses: VoucherUse[]
  /** The code that was shown last. */
  code: ShownCode
}

const vouchers = collection<Voucher>('vouchers')

/** Made once, whoever asks first and however often. */
export async function ensureVouchers(
  pack: { benefitId: string; holderId: string; vehicleId: string },
  grants: readonly VoucherGrant[],
): Promise<void> {
  const made = grants.map(
    ({ uses, ...grant }): Voucher => ({
      ...grant,
      ...pack,
      _id: `${pack.benefitId}.${grant.kind}`,
      usesLeft: uses,
      uses: [],
      code: noCode,
    }),
  )
  // All at once, so that nobody sees half a pack and a crash leaves none.
  if (await vouchers.addAll(made)) return
  // One that is there stays as it is, with its uses.
  await Promise.all(made.map((voucher) => vouchers.add(voucher)))
}

export const findVoucher = (id: string): Promise<Voucher | null> => vouchers.find(id)

export const listVouchersOf = (holderId: string): Promise<Voucher[]> => vouchers.listAll({ holderId })

/** The code takes the place of the one shown before. */
export async function showCode(voucherId: string, code: string, validUntilAt: Instant): Promise<void> {
  await vouchers.updateWhere({ _id: voucherId }, { code: shownCode(code, validUntilAt) })
}

/** One database operation. */
export async function findVoucherByCode(code: string): Promise<Voucher | null> {
  const [voucher] = await vouchers.list({ 'code.hash': codeHashOf(code) }, { limit: 1 })
  return voucher ?? null
}

export async function findVoucherByRequest(requestKey: string): Promise<Voucher | null> {
  const [voucher] = await vouchers.list({ 'uses.requestKey': requestKey }, { limit: 1 })
  return voucher ?? null
}

/**
 * One use, in one conditional write: false when the code was used, or another shown, or the last use taken meanwhile.
 */
export async function spendVoucher(voucher: Voucher, code: string, use: VoucherUse): Promise<boolean> {
  const counted = voucher.usesLeft !== null
  const updated = await vouchers.updateWhere(
    {
      _id: voucher._id,
      ...whileShown(code, use.at),
      ...(counted ? { usesLeft: command.gt(0) } : {}),
    },
    {
      ...codeUsed,
      uses: command.push([use]),
      ...(counted ? { usesLeft: command.inc(-1) } : {}),
    },
  )
  return updated === 1
}

/** `branch.SF0101` or `workshop.demo-north`. */
export const placeOf = (redeemer: Redeemer): string =>
  redeemer.kind === 'branch' ? `branch.${redeemer.branchCode}` : `workshop.${redeemer.workshopId}`

export const placeDayOf = (redeemer: Redeemer, on: Day): string => `${placeOf(redeemer)}.${on}`

export const listVouchersUsedAt = (placeDay: string): Promise<Voucher[]> =>
  vouchers.listAll({ 'uses.placeDay': placeDay })
