import { listTransfers as operation } from '#contract/transfers'
import { handle } from '#pipeline/handler'
import { offers } from '#rules/benefit/offers'
import { findPolicyBenefits } from '#store/benefits'
import { listToConfirm } from '#store/payouts'
import { outwardIdOf, wechatPayeeHashOf } from '#store/secrets'

/** “等您在微信里确认的收款。” Two database operations, one where nothing waits. */
export const listTransfers = handle(operation, 'customer', async (_input, { customer }) => {
  const lines = await listToConfirm(wechatPayeeHashOf(customer.openid))
  const benefits = await findPolicyBenefits(lines.map(({ benefitId }) => benefitId))
  const titleOf = new Map(benefits.map(({ _id, rule }) => [_id, offers[rule].title]))
  return {
    transfers: lines.flatMap(({ benefitId, netFen, toConfirm }) =>
      toConfirm
        ? [{ benefitId: outwardIdOf(benefitId), title: titleOf.get(benefitId) ?? '活动款项', netFen, ...toConfirm }]
        : [],
    ),
  }
})
