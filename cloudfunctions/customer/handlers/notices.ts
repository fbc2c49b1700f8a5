import { acceptMessages as acceptOperation, dismissNotice as dismissOperation } from '#contract/notices'
import { handle } from '#pipeline/handler'
import { accountOf } from '#store/accounts'
import { acceptMessage } from '#store/message-acceptances'
import { listStandingOf, dismissNotice as putAway } from '#store/notices'
import { outwardIdOf } from '#store/secrets'

export const acceptMessages = handle(acceptOperation, 'customer', async ({ accepted, requestKey }, call) => {
  const { openid } = call.customer
  await Promise.all([...new Set(accepted)].map((template) => acceptMessage(openid, template, requestKey, call.now)))
  return {}
})

export const dismissNotice = handle(dismissOperation, 'customer', async ({ noticeId }, call) => {
  const account = accountOf(call.customer.openid)
  const notice = (await listStandingOf(account)).find(({ _id }) => outwardIdOf(_id) === noticeId)
  if (notice) await putAway(account, notice._id, call.now)
  return {}
})
