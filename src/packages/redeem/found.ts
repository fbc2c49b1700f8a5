import type { Result } from '@/cloud/call'
import { type FoundCustomer, type FoundPrize, findCustomer, findPrize } from '@/cloud/prize-hand-over'
import { type FoundVoucher, lookUp } from '@/cloud/service-pack'
import { kindOfCode } from '@/cloud/shown-code'

/** What stands behind a code that a customer shows. */
export type Found =
  | { kind: 'voucher'; voucher: FoundVoucher }
  | { kind: 'prize'; prize: FoundPrize }
  | { kind: 'customer'; customer: FoundCustomer }

/** The code's first letter says whom to ask. */
export async function find(code: string): Promise<Result<Found>> {
  switch (kindOfCode(code)) {
    case 'voucher': {
      const result = await lookUp(code)
      return result.ok ? { ok: true, data: { kind: 'voucher', voucher: result.data } } : result
    }
    case 'prize': {
      const result = await findPrize(code)
      return result.ok ? { ok: true, data: { kind: 'prize', prize: result.data } } : result
    }
    case 'customer': {
      const result = await findCustomer(code)
      return result.ok ? { ok: true, data: { kind: 'customer', customer: result.data } } : result
    }
  }
}
