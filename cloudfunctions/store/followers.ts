import type { Instant } from '#values/days'
import { collection, command } from './collection'

/** What the official account's latest push said of a person. */
interface Follower {
  _id: string
  following: boolean
  changedAt: Instant
}

const followers = collection<Follower>('followers')

/** Unknown is not following. */
export async function isFollowing(unionid: string | null): Promise<boolean> {
  if (!unionid) return false
  return (await followers.find(unionid))?.following ?? false
}

/**
 * Records a push. False for a push that was delivered before or that is older than what is known: pushes come up to
 * four times and in any order, and one person's pushes differ in their time.
 */
export async function recordFollowing(unionid: string, following: boolean, changedAt: Instant): Promise<boolean> {
  if (await followers.add({ _id: unionid, following, changedAt })) return true
  const newer = { _id: unionid, changedAt: command.lt(changedAt) }
  return (await followers.updateWhere(newer, { following, changedAt })) === 1
}
