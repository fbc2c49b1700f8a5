import * as v from 'valibot'

const openid = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

/**
 * A push of the official account: a person began or stopped following. WeChat delivers it up to four times.
 * Who it is in the mini-program only a unionid tells. The platform may name it beside the message (getWXContext) or, where a
 * relay of the company's own looks it up, as `UnionId`; without either nobody is counted as following.
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
