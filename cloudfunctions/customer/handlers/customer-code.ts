import { showCustomerCode as showOperation } from '#contract/customer-code'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { accountOf } from '#store/accounts'
import { showCustomerCode as keepCode } from '#store/customer-codes'
import { pseudonymOf } from '#store/secrets'
import { findTermsInForce } from '#store/terms'
import { newCode } from './new-code'

export const showCustomerCode = handle(showOperation, 'customer', async (_input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { openid } = call.customer
  const shown = newCode('customer', call)
  await keepCode(accountOf(openid), pseudonymOf(inForce.terms.campaignId, openid), shown.code, shown.validUntilAt)
  return shown
})
