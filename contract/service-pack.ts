import * as v from 'valibot'
import { operation } from './operation'
import { countSchema, daySchema, instantSchema } from './scalars'
import { codeOnShowSchema, shownCodeSchema } from './shown-code'

export const voucherKindSchema = v.picklist(['roadside', 'inspection', 'labour-coupon', 'parts-coupon'])

/** One voucher of a service pack (§5.1.3). `usesLeft` null: without limit. */
export const voucherSchema = v.object({
  voucherId: v.string(),
  kind: voucherKindSchema,
  title: v.string(),
  detail: v.string(),
  plate: v.string(),
  validFromOn: daySchema,
  validUntilOn: daySchema,
  usesLeft: v.nullable(countSchema),
  state: v.picklist(['usable', 'used', 'expired', 'not-yet', 'cancelled']),
  history: v.array(v.object({ at: instantSchema, where: v.string(), item: v.string() })),
})
export type Voucher = v.InferOutput<typeof voucherSchema>

export const listVouchers = operation({
  name: 'service-pack.vouchers',
  input: v.object({}),
  output: v.object({
    vouchers: v.array(voucherSchema),
    workshops: v.array(v.object({ workshopId: v.string(), name: v.string(), address: v.string() })),
    hotline: v.string(),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'not-bound'],
})

/** A code to show at the counter: single use, and valid for a short time only. */
export const showVoucherCode = operation({
  name: 'service-pack.show-code',
  input: v.strictObject({ voucherId: v.pipe(v.string(), v.maxLength(120)) }),
  output: codeOnShowSchema,
  refusals: [
    'not-signed-in',
    'not-bound',
    'voucher-unknown',
    'voucher-cancelled',
    'voucher-used',
    'voucher-expired',
    'voucher-not-yet',
  ],
})

/** Has a shown code been redeemed meanwhile? Asked by the page while the code is open. */
export const readVoucher = operation({
  name: 'service-pack.voucher',
  input: v.strictObject({ voucherId: v.pipe(v.string(), v.maxLength(120)) }),
  output: voucherSchema,
  refusals: ['not-signed-in', 'not-bound', 'voucher-unknown'],
})

/** Why a code cannot be redeemed here and now. */
const redeemRefusals = [
  'campaign-not-published',
  'not-signed-in',
  'not-allowed',
  'code-unknown',
  'code-used',
  'code-expired',
  'voucher-not-here',
  'voucher-cancelled',
  'voucher-used',
  'voucher-expired',
  'voucher-not-yet',
  'item-unknown',
] as const

/** Branch or workshop person: what the code is, before redeeming. Changes nothing. (staff door) */
export const lookUpVoucher = operation({
  name: 'service-pack.look-up',
  door: 'staff',
  input: v.strictObject({ code: shownCodeSchema }),
  output: v.object({
    title: v.string(),
    detail: v.string(),
    plate: v.string(),
    /** What can be redeemed with it: for roadside assistance which service; else one item. */
    items: v.array(v.string()),
    usesLeft: v.nullable(countSchema),
    now: instantSchema,
    validUntilAt: instantSchema,
  }),
  refusals: redeemRefusals,
})

/** 核销. Used once where once is meant, even with two phones at once; the same request key again answers the same. (staff door) */
export const redeemVoucher = operation({
  name: 'service-pack.redeem',
  door: 'staff',
  input: v.strictObject({
    code: shownCodeSchema,
    item: v.pipe(v.string(), v.maxLength(40)),
    requestKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
  }),
  output: v.object({
    title: v.string(),
    item: v.string(),
    plate: v.string(),
    redeemedAt: instantSchema,
    where: v.string(),
  }),
  refusals: redeemRefusals,
})

/** Today's redemptions by this person's branch or workshop. (staff door) */
export const listRedemptions = operation({
  name: 'service-pack.redemptions',
  door: 'staff',
  input: v.object({}),
  output: v.object({
    where: v.string(),
    on: daySchema,
    redemptions: v.array(v.object({ at: instantSchema, title: v.string(), item: v.string(), plate: v.string() })),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'not-allowed'],
})
