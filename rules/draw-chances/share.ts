/**
 * 员工这样说：好友通过您分享的链接进来，您当天多一次抽奖机会，每天最多一次。 §5.4.2
 *
 * Nobody can know that a share happened (WeChat has no such callback); a visit through the link can be known.
 */
import type { Terms } from '#rules/campaign/terms'
import type { Day } from '#values/days'

/**
 * Scenes in which somebody arrives from a post in Moments: 1155 "open the mini-program" in single page mode; 1047, 1048
 * and 1049 a 小程序码 scanned, long-pressed or read from the album, as on a posted poster.
 */
const MOMENTS_SCENES: ReadonlySet<number> = new Set([1155, 1047, 1048, 1049])

export type VisitDecision = { kind: 'counts'; visitKey: string } | { kind: 'does-not-count'; reason: VisitMiss }
export type VisitMiss = 'mode' | 'oneself' | 'scene'

/** Whether a visit can earn the sharer a chance. `visitKey` is unique per visit that may count: stored once, counted once. */
export function decideVisit(
  terms: Terms,
  visit: { sharer: string; visitor: string; scene: number; on: Day },
): VisitDecision {
  const { mode, visitorCounts } = terms.prizeDraw.shareChance
  if (mode !== 'on-visit') return { kind: 'does-not-count', reason: 'mode' }
  if (visit.sharer === visit.visitor) return { kind: 'does-not-count', reason: 'oneself' }
  if (!MOMENTS_SCENES.has(visit.scene)) return { kind: 'does-not-count', reason: 'scene' }
  const parts = [terms.campaignId, visit.sharer, visit.visitor]
  if (visitorCounts === 'once-a-day') parts.push(visit.on)
  return { kind: 'counts', visitKey: parts.join('.') }
}
