import * as v from 'valibot'

const openid = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

/**
 * A push of the official account: a person began or stopped following. WeChat delivers it up to four times.
 * `UnionId` is there when the account is bound to the same open platform account as the mini-program.
 */
export const followPushSchema = v.object({
  MsgType: v.literal('event'),
  Event: v.picklist(['subscribe', 'unsubscribe']),
  FromUserName: openid,
  ToUserName: openid,
  /** Epoch seconds. */
  CreateTime: v.pipe(v.number(), v.integer(), v.minValue(0)),
  UnionId: v.optional(v.pipe(v.string(), v.maxLength(64))),
})
