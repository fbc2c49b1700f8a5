import type { Instant } from '#values/days'
import { collection, command } from './collection'
import { codeHashOf, type ShownCode, shownCode } from './shown-codes'

/** The code by which a customer at a branch's counter says who they are. */
interface CustomerCode {
  /** The WeChat account. */
  _id: string
  /** In the campaign that ran when it was shown: what was won is found by it. */
  pseudonym: string
  code: ShownCode
}

const codes = collection<CustomerCode>('customerCodes')

/** The code takes the place of the one shown before. */
export async function showCustomerCode(
  account: string,
  pseudonym: string,
  code: string,
  validUntilAt: Instant,
): Promise<void> {
  const shown = shownCode(code, validUntilAt)
  if (await codes.add({ _id: account, pseudonym, code: shown })) return
  await codes.updateWhere({ _id: account }, { pseudonym, code: command.set(shown) })
}

/** One database operation. */
export async function findCustomerByCode(code: string): Promise<CustomerCode | null> {
  const [found] = await codes.list({ 'code.hash': codeHashOf(code) }, { limit: 1 })
  return found ?? null
}

export const hasCustomerCode = async (account: string): Promise<boolean> => (await codes.count({ _id: account })) > 0

/** On the customer's own request. */
export const removeCustomerCode = (account: string): Promise<number> => codes.removeWhere({ _id: account })
