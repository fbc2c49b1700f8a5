import { createHash } from 'node:crypto'
import type * as v from 'valibot'
import {
  chooseWechatPurse as chooseOperation,
  readBankAccount as readOperation,
  removeBankAccount as removeOperation,
  saveBankAccount as saveOperation,
} from '#contract/bank-account'
import type { phoneProofSchema } from '#contract/binding'
import type { RefusalOf } from '#contract/operation'
import { type CallBy, handle } from '#pipeline/handler'
import { type Refusal, refuse } from '#pipeline/refuse'
import { bankAccountConsent, wechatPurseConsent } from '#rules/campaign/personal-data'
import { accountCorrected } from '#rules/payout/settle'
import { accountOf } from '#store/accounts'
import {
  addBankAccount,
  type BankAccount,
  changeBankAccount,
  findBankAccount,
  findRemovedAccount,
  isPurse,
  removeBankAccount,
} from '#store/bank-accounts'
import { isCashInBatch, listOwingAccount, moveBenefit } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { getHolder } from '#store/policy-book'
import { bankCardHashOf, sealText, wechatPayeeHashOf } from '#store/secrets'
import { findTermsInForce, type TermsInForce } from '#store/terms'
import { issuerOfCard } from '#values/bank-issuers'
import type { Instant } from '#values/days'
import { askable } from './askable'
import { provenPhoneHash } from './phone-proof'
import { mayChoosePurse, purseHindrance } from './wechat-purse'

const shown = (account: BankAccount, holderName: string, hindrance: string | null = null) => ({
  way: account.way ?? 'bank-file',
  bankName: account.bankName,
  tail: account.tail,
  holderName,
  savedAt: account.savedAt,
  hindrance,
})

export const readBankAccount = handle(readOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const binding = await findBinding(accountOf(call.customer.openid))
  if (!binding) return refuse('not-bound')
  const [holder, account] = await Promise.all([getHolder(binding.holderId), findBankAccount(binding.holderId)])
  const lastNamed = account ?? (await findRemovedAccount(binding.holderId))
  return {
    account: account && shown(account, holder.nameMask, await purseHindrance(terms, account)),
    holderName: holder.nameMask,
    provesPhone: lastNamed !== null,
    consentText: bankAccountConsent(terms),
    wechatConsentText: mayChoosePurse(terms) ? wechatPurseConsent(terms) : null,
    messages: account && isPurse(account) ? askable('prize-progress') : [],
  }
})

export const saveBankAccount = handle(saveOperation, 'customer', async (input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  return nameAccount(inForce, call, input.phone, {
    way: 'bank-file',
    sealedCardNumber: sealText(input.cardNumber),
    cardHash: bankCardHashOf(input.cardNumber),
    bankName: issuerOfCard(input.cardNumber) ?? input.bankName,
    tail: input.cardNumber.slice(-4),
    consentText: bankAccountConsent(inForce.terms),
  })
})

/** The purse of the WeChat that asks. Its openid is kept sealed, for nothing but paying it. */
export const chooseWechatPurse = handle(chooseOperation, 'customer', async ({ phone }, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  if (!mayChoosePurse(inForce.terms)) return refuse('wechat-purse-off')
  const { openid } = call.customer
  return nameAccount(inForce, call, phone, {
    way: 'wechat-transfer',
    sealedCardNumber: sealText(openid),
    cardHash: wechatPayeeHashOf(openid),
    bankName: '微信零钱',
    tail: '',
    consentText: wechatPurseConsent(inForce.terms),
  })
})

type Named = Pick<BankAccount, 'way' | 'sealedCardNumber' | 'cardHash' | 'bankName' | 'tail'> & {
  consentText: readonly string[]
}

/**
 * The first account rests on the binding's proof; another one needs the holder's phone proven now: a lent phone is not enough, also
 * when it has taken the account away before. A purse stays while money is on its way to it: its holder's name may only be given while that is agreed to.
 */
async function nameAccount(
  { version }: Pick<TermsInForce, 'version'>,
  call: CallBy<'customer'>,
  phone: v.InferOutput<typeof phoneProofSchema> | undefined,
  { consentText, ...named }: Named,
): Promise<{ account: ReturnType<typeof shown> } | Refusal<RefusalOf<typeof saveOperation>>> {
  const savedBy = accountOf(call.customer.openid)
  const binding = await findBinding(savedBy)
  if (!binding) return refuse('not-bound')
  const [holder, before] = await Promise.all([getHolder(binding.holderId), findBankAccount(binding.holderId)])
  // Asked after the account: what went meanwhile has left its note.
  const lastNamed = before ?? (await findRemovedAccount(holder._id))
  const changes = lastNamed !== null && lastNamed.cardHash !== named.cardHash
  if (changes && !phone) return refuse('phone-proof-needed')
  if (phone && (await provenPhoneHash(phone, call)) !== holder.phoneHash) return refuse('phone-code-invalid')
  if (changes && before && isPurse(before) && (await isCashInBatch(holder._id))) return refuse('bank-account-in-use')
  const next: BankAccount = {
    _id: holder._id,
    ...named,
    savedAt: call.now,
    savedBy,
    consent: { at: call.now, textHash: hashOf(consentText), termsVersion: version },
  }
  const saved = before ? await changeBankAccount(next, before) : await addBankAccount(next)
  if (!saved) return refuse('busy')
  await payAgain(holder._id, call.now)
  return { account: shown(next, holder.nameMask) }
}

/** What could not be paid for want of a right account can be paid now. Where it is changed meanwhile, saving again does it. */
async function payAgain(holderId: string, now: Instant): Promise<void> {
  for (const benefit of await listOwingAccount(holderId)) await moveBenefit(accountCorrected(benefit, now), benefit)
}

/**
 * A consent can be taken back as easily as it was given (PIPL §15); not while a batch holds the money, which would come back, or go
 * to nobody. What was approved and is in no batch waits for another account.
 */
export const takeBankAccountBack = handle(removeOperation, 'customer', async (_input, call) => {
  const binding = await findBinding(accountOf(call.customer.openid))
  if (!binding) return refuse('not-bound')
  const account = await findBankAccount(binding.holderId)
  if (!account) return {}
  if (await isCashInBatch(binding.holderId)) return refuse('bank-account-in-use')
  return (await removeBankAccount(account, call.now)) ? {} : refuse('busy')
})

const hashOf = (texts: readonly string[]): string => createHash('sha256').update(texts.join('\n')).digest('hex')
