import { hasCustomerCode, removeCustomerCode } from '#store/customer-codes'
import { countAcceptances, removeAcceptances } from '#store/message-acceptances'
import { countNoticesOf, removeNoticesOf } from '#store/notices'
import { listReferralCodesMadeFor, takeFromAccount } from '#store/referral-codes'

/** What is kept under a WeChat account only to tell it something or to know it at a counter. */
export interface AroundAccount {
  notices: number
  customerCode: boolean
  /** Subscription messages that may still be sent. */
  acceptances: number
  referralCodes: number
}

/** Four database operations, all at once. */
export async function aroundAccount(account: string): Promise<AroundAccount> {
  const [notices, customerCode, acceptances, codes] = await Promise.all([
    countNoticesOf(account),
    hasCustomerCode(account),
    countAcceptances(account),
    listReferralCodesMadeFor(account),
  ])
  return { notices, customerCode, acceptances, referralCodes: codes.length }
}

/** Takes all of it away; can be done again. Of referral codes stays what a reward rests on (docs/decisions/0025). */
export async function forgetAccount(account: string): Promise<void> {
  await Promise.all([removeNoticesOf(account), removeCustomerCode(account), removeAcceptances(account)])
  for (const code of await listReferralCodesMadeFor(account)) await takeFromAccount(code)
}
