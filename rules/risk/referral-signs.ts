import type { Terms } from '#rules/campaign/terms'
import type { Instant } from '#values/days'
import type { RiskSigns, WechatRank } from './risk'

/** What the risk score looks at in one opened invitation. */
export interface SeenInvitation {
  openedAt: Instant
  /** Keyed hash of the network address; null where the platform named none. */
  addressHash: string | null
  /** Keyed hash of the phone's first seven digits; null until the phone is proven. */
  phonePrefixHash: string | null
}

export interface ReferralSignFacts {
  /** The one that is judged. */
  invitation: SeenInvitation
  /** The same referrer's others in this campaign. */
  others: readonly SeenInvitation[]
  /** Of referrer and invitee, as last asked. */
  ranks: readonly WechatRank[]
  /** Another policyholder names the referrer's bank account too. */
  accountIsShared: boolean
  /** By whom the referrer was invited, by whom that one was, and so on: holders. */
  above: readonly string[]
  /** The invitee, and whoever insured the invitee's vehicle before. */
  inviteeOrBefore: ReadonlySet<string>
}

const HOUR_MS = 3_600_000

/** “短时间邀请很多人、号码成片、地址相同、账户共用、互相推荐，都要看一眼。” (§10) Nothing here knows a device. */
export function referralSigns({ risk }: Pick<Terms, 'risk'>, facts: ReferralSignFacts): RiskSigns {
  const { invitation, others, ranks, accountIsShared, above, inviteeOrBefore } = facts
  const window = risk.withinHours * HOUR_MS
  const near = others.filter(({ openedAt }) => Math.abs(openedAt - invitation.openedAt) < window)
  const alike = (field: 'addressHash' | 'phonePrefixHash'): number =>
    invitation[field] === null ? 0 : 1 + others.filter((other) => other[field] === invitation[field]).length
  const signs = {
    velocity: 1 + near.length >= risk.manyInvitations,
    'phone-burst': alike('phonePrefixHash') >= risk.samePhonePrefix,
    'same-address': alike('addressHash') >= risk.sameAddress,
    'shared-account': accountIsShared,
    ring: above.some((holderId) => inviteeOrBefore.has(holderId)),
  } as const
  return {
    ranks,
    seen: new Set(
      (['velocity', 'phone-burst', 'same-address', 'shared-account', 'ring'] as const).filter((sign) => signs[sign]),
    ),
  }
}
