import { offers } from '../benefit/offers'
import type { Terms } from '../campaign/terms'
import { isOpen } from '../policy-event/answers'
import { prizeTarget, type SwitchTarget } from './stop'

/** One thing that can be stopped, as staff and customers call it. */
export interface Target {
  what: SwitchTarget
  title: string
  /** The campaign plan's number; null for the campaign itself. */
  clause: string | null
}

/** All that these terms give and that can be stopped, in the order of the plan. What they do not open is not among it. */
export function targetsOf(terms: Terms): Target[] {
  const { prizeDraw, referralReward } = terms
  const given = Object.values(offers)
    .filter(({ rule }) => isOpen(terms, rule))
    .map(({ rule, title, clause }): Target => ({ what: rule, title, clause }))
  return [
    { what: 'campaign', title: '整个活动', clause: null },
    ...given,
    ...(referralReward.enabled ? [{ what: 'referral-reward', title: '推荐有礼', clause: '§5.3' } as const] : []),
    ...(prizeDraw.enabled ? [{ what: 'prize-draw', title: '互动抽奖', clause: '§5.4' } as const] : []),
    ...prizeDraw.prizes.map(
      ({ prizeId, name }): Target => ({ what: prizeTarget(prizeId), title: name, clause: '§5.4.3' }),
    ),
  ]
}
