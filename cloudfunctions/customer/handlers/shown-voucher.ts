import type { Voucher as VoucherOnShow } from '#contract/service-pack'
import type { Voucher } from '#store/vouchers'
import type { Day } from '#values/days'

/** Whether and why not it can be used today. What was withdrawn with its policy stays in sight, with its history. */
export function voucherStateOf(voucher: Voucher, today: Day, withdrawn: boolean): VoucherOnShow['state'] {
  if (withdrawn) return 'cancelled'
  if (voucher.usesLeft === 0) return 'used'
  if (today < voucher.validFromOn) return 'not-yet'
  return today > voucher.validUntilOn ? 'expired' : 'usable'
}

export function shownVoucher(
  voucher: Voucher,
  { plate, today, withdrawn }: { plate: string; today: Day; withdrawn: boolean },
): VoucherOnShow {
  const { _id, kind, title, detail, validFromOn, validUntilOn, usesLeft, uses } = voucher
  return {
    voucherId: _id,
    kind,
    title,
    detail,
    plate,
    validFromOn,
    validUntilOn,
    usesLeft,
    state: voucherStateOf(voucher, today, withdrawn),
    history: uses.map(({ at, where, item }) => ({ at, where, item })).reverse(),
  }
}
