import { acceptMessages as acceptOperation, dismissNotice as dismissOperation } from '#contract/notices'
import { handle } from '#pipeline/handler'
import { accountOf } from '#store/accounts'
import { acceptMessage } from '#store/message-acceptances'
import { dismissNotice as putAway } from '#store/notices'

export const acceptMessages = handle(acceptOperation, 'customer', async ({ accepted, requestKey }, call) => {
  const { openid } = call.customer
  await Promise.all([...new Set(accepted)].map((template) => acceptMessage(openid, template, requestKey, call.now)))
  return {}
})

export const dismissNotice = handle(dismissOperation, 'customer', async ({ noticeId }, call) => {
  await putAway(accountOf(call.customer.openid), noticeId, call.now)
  return {}
})
