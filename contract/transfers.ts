import * as v from 'valibot'
import { operation } from './operation'
import { fenSchema } from './scalars'

/**
 * Money that waits for whoever asks to confirm it in WeChat (商家转账): what `wx.requestMerchantTransfer` is opened with. Nobody else
 * reads it, not even on another telephone of the same policyholder.
 */
export const listTransfers = operation({
  name: 'transfer.to-confirm',
  input: v.strictObject({}),
  output: v.object({
    transfers: v.array(
      v.object({
        benefitId: v.string(),
        /** What it is for: 续保保费返还. */
        title: v.string(),
        netFen: fenSchema,
        merchantId: v.string(),
        appId: v.string(),
        packageInfo: v.string(),
      }),
    ),
  }),
  refusals: ['not-signed-in'],
})
