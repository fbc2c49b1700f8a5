import * as v from 'valibot'
import { operation } from './operation'
import { collectionStageSchema } from './prize-collection'
import { countSchema, daySchema } from './scalars'
import { codeOnShowSchema, shownCodeSchema } from './shown-code'

/** 我的身份码: who I am, for a branch's counter. Valid for a short time only. */
export const showCustomerCode = operation({
  name: 'customer-code.show',
  input: v.strictObject({}),
  output: codeOnShowSchema,
  refusals: ['campaign-not-published', 'not-signed-in'],
})

/** Branch person: what the customer who shows the code has here. Masked; changes nothing. (staff door) */
export const lookUpCustomer = operation({
  name: 'customer-code.look-up',
  door: 'staff',
  input: v.strictObject({ code: shownCodeSchema }),
  output: v.object({
    /** Masked; null for somebody who has bound no policy. */
    holder: v.nullable(v.object({ name: v.string(), phone: v.string(), plates: v.array(v.string()) })),
    vouchers: v.array(v.object({ title: v.string(), plate: v.string(), usesLeft: v.nullable(countSchema) })),
    /** Those to be collected at this branch. */
    prizes: v.array(v.object({ name: v.string(), stage: collectionStageSchema, next: v.string() })),
    /** Gifts of the holder's that wait to be handed over at this branch. */
    gifts: v.array(
      v.object({ benefitId: v.string(), name: v.string(), version: countSchema, dueOn: v.nullable(daySchema) }),
    ),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'not-allowed', 'code-unknown', 'code-expired'],
})
