import * as v from 'valibot'
import { messageTemplates } from '#values/message-templates'
import { operation } from './operation'
import { instantSchema, requestKeySchema } from './scalars'

/** Subscription messages that a customer may let through, one acceptance for one message. */
export const messageTemplateSchema = v.picklist(messageTemplates)

/** A template of the account, to ask WeChat's question with. */
export const askableTemplateSchema = v.object({ template: v.string(), templateId: v.string() })

/** WeChat's question was answered with a yes for these. The same key again counts once. */
export const acceptMessages = operation({
  name: 'notices.accept-messages',
  input: v.strictObject({
    accepted: v.pipe(v.array(messageTemplateSchema), v.minLength(1), v.maxLength(messageTemplates.length)),
    requestKey: requestKeySchema,
  }),
  output: v.object({}),
  refusals: ['not-signed-in'],
})

/** What the customer should know, in the mini-program: exactly one notice for a prize or gift and occasion. */
export const noticeSchema = v.object({
  noticeId: v.string(),
  benefitId: v.string(),
  /** A gift is fetched with the customer's own code, a prize with its own; a payment is confirmed in WeChat. */
  about: v.optional(v.picklist(['prize', 'gift', 'payment']), 'prize'),
  at: instantSchema,
  title: v.string(),
  sentence: v.string(),
})

/** Puts notices away that were read. */
export const dismissNotice = operation({
  name: 'notices.dismiss',
  input: v.strictObject({ noticeId: v.pipe(v.string(), v.maxLength(160)) }),
  output: v.object({}),
  refusals: ['not-signed-in'],
})
