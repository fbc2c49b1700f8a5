import { createHash } from 'node:crypto'
import {
  readBankAccount as readOperation,
  removeBankAccount as removeOperation,
  saveBankAccount as saveOperation,
} from '#contract/bank-account'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { bankAccountConsent } from '#rules/campaign/personal-data'
import { accountCorrected } from '#rules/payout/settle'
import { accountOf } from '#store/accounts'
import {
  addBankAccount,
  type BankAccount,
  changeBankAccount,
  findBankAccount,
  removeBankAccount,
} from '#store/bank-accounts'
import { isCashBeingPaid, listOwingAccount, moveBenefit } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { getHolder } from '#store/policy-book'
import { lookupHash, sealText } from '#store/secrets'
import { findTermsInForce } from '#store/terms'
import { issuerOfCard } from '#values/bank-issuers'
import type { Instant } from '#values/days'
import { provenPhoneHash } from './phone-proof'

const shown = ({ bankName, tail, savedAt }: BankAccount, holderName: string) => ({
  bankName,
  tail,
  holderName,
  savedAt,
})

export const readBankAccount = handle(readOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const binding = await findBinding(accountOf(call.customer.openid))
  if (!binding) return refuse('not-bound')
  const [holder, account] = await Promise.all([getHolder(binding.holderId), findBankAccount(binding.holderId)])
  return {
    account: account && shown(account, holder.nameMask),
    holderName: holder.nameMask,
    consentText: bankAccountConsent(inForce.terms),
  }
})

/** The first account rests on the binding's proof; another one needs the holder's phone proven now: a lent phone is not enough. */
export const saveBankAccount = handle(saveOperation, 'customer', async (input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const account = accountOf(call.customer.openid)
  const binding = await findBinding(account)
  if (!binding) return refuse('not-bound')
  const [holder, before] = await Promise.all([getHolder(binding.holderId), findBankAccount(binding.holderId)])
  const cardHash = lookupHash('bank-card', input.cardNumber)
  const changes = before !== null && before.cardHash !== cardHash
  if (changes && !input.phone) return refuse('phone-proof-needed')
  if (input.phone && (await provenPhoneHash(input.phone, call)) !== holder.phoneHash) {
    return refuse('phone-code-invalid')
  }
  const next: BankAccount = {
    _id: holder._id,
    sealedCardNumber: sealText(input.cardNumber),
    cardHash,
    bankName: issuerOfCard(input.cardNumber) ?? input.bankName,
    tail: input.cardNumber.slice(-4),
    savedAt: call.now,
    savedBy: account,
    consent: { at: call.now, textHash: hashOf(bankAccountConsent(inForce.terms)) },
  }
  const saved = before ? await changeBankAccount(next, before) : await addBankAccount(next)
  if (!saved) return refuse('busy')
  await payAgain(holder._id, call.now)
  return { account: shown(next, holder.nameMask) }
})

/** What could not be paid for want of a right account can be paid now. Where it is changed meanwhile, saving again does it. */
async function payAgain(holderId: string, now: Instant): Promise<void> {
  for (const benefit of await listOwingAccount(holderId)) await moveBenefit(accountCorrected(benefit, now), benefit)
}

/** Not while a payment to it is on its way: it would come back, or go to nobody. */
export const takeBankAccountBack = handle(removeOperation, 'customer', async (_input, call) => {
  const binding = await findBinding(accountOf(call.customer.openid))
  if (!binding) return refuse('not-bound')
  if (await isCashBeingPaid(binding.holderId)) return refuse('bank-account-in-use')
  await removeBankAccount(binding.holderId)
  return {}
})

const hashOf = (texts: readonly string[]): string => createHash('sha256').update(texts.join('\n')).digest('hex')
