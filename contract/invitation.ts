import * as v from 'valibot'
import { daySchema } from './scalars'

/** What the invitee sees of the invitation that counts (§5.3.1). */
export const receivedInvitationSchema = v.object({
  /** Masked: 李**. */
  by: v.string(),
  /** 9.8 折. */
  discount: v.string(),
  /** Last day on which it counts. */
  validUntilOn: daySchema,
  /** Last four digits of the phone to apply with; null until it is proven. */
  phoneTail: v.nullable(v.string()),
})
export type ReceivedInvitation = v.InferOutput<typeof receivedInvitationSchema>
