import * as v from 'valibot'
import { followPushSchema } from '#contract/official-account'
import { writeLog } from '#pipeline/log'
import { setFollowingByUnionid } from '#store/draw-books'
import { recordFollowing } from '#store/followers'

export type PushOutcome = 'recorded' | 'known-already' | 'not-a-follow-event' | 'no-unionid'

/**
 * §5.4.1 关注公众号: who follows is known from these pushes alone. Everything here can be done twice: a push that comes
 * again, or late, changes nothing.
 * @param unionid of the person, when WeChat's platform names it beside the message
 */
export async function takePush(message: unknown, unionid: string | null, requestId: string): Promise<PushOutcome> {
  const push = v.safeParse(followPushSchema, message)
  if (!push.success) return 'not-a-follow-event'
  const { Event, CreateTime, UnionId } = push.output
  const person = unionid ?? UnionId
  if (!person) {
    writeLog('warn', requestId, 'a follow event without a unionid: is the account bound to the open platform?')
    return 'no-unionid'
  }
  const following = Event === 'subscribe'
  if (!(await recordFollowing(person, following, CreateTime * 1000))) return 'known-already'
  await setFollowingByUnionid(person, following)
  return 'recorded'
}
