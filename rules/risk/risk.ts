import type { Terms } from '#rules/campaign/terms'
import type { Risk, RiskReason } from '../benefit/benefit'

/** WeChat's guess how likely an account cheats, 0 (unlikely) to 4. Not known is not zero. */
export type WechatRank = 0 | 1 | 2 | 3 | 4 | 'unknown'

/** What speaks for a second look. */
export interface RiskSigns {
  /** Of the accounts that take part: the worst counts. */
  ranks: readonly WechatRank[]
  /** What was seen beside the ranks. */
  seen: ReadonlySet<Exclude<RiskReason, 'wechat-risk' | 'wechat-risk-unknown'>>
}

type RiskTerms = Pick<Terms, 'risk'>
const MOST = 100

/** “各项原因加分，最多 100 分；评分只决定由不由人核查，从不自动拒绝。” (§10) */
export function assessRisk({ risk }: RiskTerms, { ranks, seen }: RiskSigns): Risk {
  const { points } = risk
  const known = ranks.filter((rank) => rank !== 'unknown')
  const worst = Math.max(0, ...known)
  const parts: [RiskReason, number][] = [
    ['ring', seen.has('ring') ? points.ring : 0],
    ['shared-account', seen.has('shared-account') ? points.sharedBankAccount : 0],
    ['velocity', seen.has('velocity') ? points.manyInvitations : 0],
    ['phone-burst', seen.has('phone-burst') ? points.samePhonePrefix : 0],
    ['same-address', seen.has('same-address') ? points.sameAddress : 0],
    ['wechat-risk', worst * points.perWechatRank],
    ['wechat-risk-unknown', known.length < ranks.length ? points.unknownWechatRank : 0],
  ]
  const counted = parts.filter(([, score]) => score > 0)
  const score = counted.reduce((sum, [, more]) => sum + more, 0)
  return { score: Math.min(MOST, score), reasons: counted.map(([reason]) => reason) }
}

/** Whether a person has to look, also at what the terms otherwise give without one. */
export const needsLook = ({ risk: { reviewFromScore } }: RiskTerms, risk: Risk | null): boolean =>
  risk !== null && risk.score >= reviewFromScore
