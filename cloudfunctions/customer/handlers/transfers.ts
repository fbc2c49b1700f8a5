import { listTransfers as operation } from '#contract/transfers'
import { handle } from '#pipeline/handler'
import { listToConfirm } from '#store/payouts'
import { wechatPayeeHashOf } from '#store/secrets'

/** “等您在微信里确认的收款。” One database operation. */
export const listTransfers = handle(operation, 'customer', async (_input, { customer }) => {
  const lines = await listToConfirm(wechatPayeeHashOf(customer.openid))
  return {
    transfers: lines.flatMap(({ benefitId, netFen, toConfirm }) =>
      toConfirm ? [{ benefitId, netFen, ...toConfirm }] : [],
    ),
  }
})
