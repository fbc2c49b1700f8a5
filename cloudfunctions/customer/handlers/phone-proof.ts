import type * as v from 'valibot'
import type { phoneProofSchema } from '#contract/binding'
import type { CallBy } from '#pipeline/handler'
import { accountOf } from '#store/accounts'
import { takeFrom } from '#store/limits'
import { phoneNumberBehind } from '#store/phone-number'
import { phoneHashOf } from '#store/secrets'
import { spendSmsCode } from '#store/sms-codes'

/** Proofs of a phone that one person may try in a day, whatever for. */
const PROOFS = { what: 'phone-proof', most: 30 }

type PhoneProof = v.InferOutput<typeof phoneProofSchema>

/** The phone number that the caller has proven to have now, as its keyed hash; null when the code is no good. */
export async function provenPhoneHash(proof: PhoneProof, call: CallBy<'customer'>): Promise<string | null> {
  const phone = await provenPhone(proof, call)
  return phone === null ? null : phoneHashOf(phone)
}

/** The number itself; null when the code is no good. Either kind of code proves it once. */
export async function provenPhone(proof: PhoneProof, call: CallBy<'customer'>): Promise<string | null> {
  const account = accountOf(call.customer.openid)
  if (!(await takeFrom(PROOFS, account, call.now))) return null
  switch (proof.kind) {
    case 'wechat':
      return phoneNumberBehind(proof.code)
    case 'sms':
      return (await spendSmsCode(phoneHashOf(proof.phone), account, proof.code, call.now)) ? proof.phone : null
  }
}
