import type { OutputOf } from '#contract/operation'
import {
  listRedemptions,
  listVouchers,
  lookUpVoucher,
  readVoucher,
  redeemVoucher,
  showVoucherCode,
} from '#contract/service-pack'
import { call, callPatiently } from './call'
import { newNonce } from './nonce'
import { problemsIn } from './problems'
import { useReading } from './use-reading'

export type { Voucher } from '#contract/service-pack'
export type VouchersView = OutputOf<typeof listVouchers>
export type FoundVoucher = OutputOf<typeof lookUpVoucher>
export type Redeemed = OutputOf<typeof redeemVoucher>

/** 服务礼包: the customer's vouchers, the workshops that take them, the hotline. */
export const useVouchers = () => useReading(listVouchers, {})

/** A new short-lived code; the one shown before is void then. */
export const showCode = (voucherId: string) => callPatiently(showVoucherCode, { voucherId })

/** Asked every few seconds while a code is shown; a lost answer is made good by the next one. */
export const voucherNow = (voucherId: string) => call(readVoucher, { voucherId })

/** 核销, for branch and workshop people: first what the code is. Changes nothing. */
export const lookUp = (code: string) => callPatiently(lookUpVoucher, { code })
export const codeProblem = (code: string): string | null => problemsIn(lookUpVoucher, { code }).code ?? null

export const newRedeemKey = newNonce
/** 核销. Safe to repeat by its key: used once where once is meant. */
export const redeem = (code: string, item: string, requestKey: string) =>
  callPatiently(redeemVoucher, { code, item, requestKey })

/** Today's redemptions of this person's branch or workshop. */
export const useRedemptions = () => useReading(listRedemptions, {})
