import type { Instant } from '#values/days'
import { collection, command } from './collection'
import { lookupHash } from './secrets'

/** A code that was sent to a phone for one WeChat account. Neither code nor phone is stored, only their keyed hashes. */
interface SmsCode {
  /** `<phoneHash>.<account>` */
  _id: string
  codeHash: string
  validUntilAt: Instant
  guesses: number
  state: 'sent' | 'used'
}

/** Six digits in five guesses: one chance in 200,000 a code. */
const MOST_GUESSES = 5

const codes = collection<SmsCode>('smsCodes')

const idOf = (phoneHash: string, account: string) => `${phoneHash}.${account}`
const hashOf = (id: string, code: string) => lookupHash('sms-code', `${id}\n${code}`)

/** Keeps the code in place of an earlier one: only the latest is good. */
export async function keepSmsCode(
  phoneHash: string,
  account: string,
  code: string,
  validUntilAt: Instant,
): Promise<void> {
  const _id = idOf(phoneHash, account)
  const fresh = { codeHash: hashOf(_id, code), validUntilAt, guesses: 0, state: 'sent' as const }
  if (await codes.add({ _id, ...fresh })) return
  await codes.updateWhere({ _id }, fresh)
}

/**
 * Spends the code; false when it is wrong, over, used or guessed too often. Every guess is counted before it is looked at,
 * so that many at the same moment are not more than five.
 */
export async function spendSmsCode(phoneHash: string, account: string, code: string, now: Instant): Promise<boolean> {
  const _id = idOf(phoneHash, account)
  const open = { _id, state: 'sent', validUntilAt: command.gt(now) }
  const counted = await codes.updateWhere({ ...open, guesses: command.lt(MOST_GUESSES) }, { guesses: command.inc(1) })
  if (counted === 0) return false
  return (await codes.updateWhere({ ...open, codeHash: hashOf(_id, code) }, { state: 'used' })) === 1
}

/** Codes that are over. */
export const removeOldSmsCodes = (now: Instant): Promise<number> =>
  codes.removeWhere({ validUntilAt: command.lte(now) })
