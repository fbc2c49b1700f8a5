import {
  listReferrals as operation,
  type ReferralFilter,
  type StaffInvitee,
  type StaffReferrer,
} from '#contract/referrals'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import type { Invitation } from '#rules/referral-reward/invitation'
import { invitationState, inviteeName } from '#rules/referral-reward/invitation-state'
import { isInScope } from '#rules/review/may-review'
import { riskReasonTexts } from '#rules/risk/reasons'
import { needsLook } from '#rules/risk/risk'
import { listRewardsOf } from '#store/benefits'
import { listInvitationsBy } from '#store/invitations'
import { listHolders } from '#store/policy-book'
import { listReferralCodesAfter, type StoredReferralCode } from '#store/referral-codes'
import { findTermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'

const PAGE = 50
/** How many pages of referrers one call looks through for those whom a filter lets through: four database operations each. */
const PAGES_AT_ONCE = 8

/**
 * Who invited whom (§5.3). Four database operations beside those of any staff call, as often as it takes to fill a page
 * where a filter leaves some out; a branch person's own branch alone.
 */
export const listReferrals = handle(
  operation,
  forStaff('admin', 'reviewer', 'finance', 'branch', 'analyst'),
  async ({ filter, cursor }, { now, staff }) => {
    const inForce = await findTermsInForce(now)
    if (!inForce) return refuse('campaign-not-published')
    const { terms } = inForce
    const branchCode = staff.branchCode ?? filter.branchCode ?? null
    const found: StaffReferrer[] = []
    let after: string | null = cursor ?? ''
    for (let page = 0; page < PAGES_AT_ONCE && after !== null && found.length < PAGE; page += 1) {
      const codes: StoredReferralCode[] = await listReferralCodesAfter(terms.campaignId, branchCode, after, PAGE + 1)
      const referrers = await referrersOf(terms, codes.slice(0, PAGE), now)
      found.push(...referrers.map((one) => sifted(one, filter)).filter((one) => one !== null))
      after = codes.length > PAGE ? (codes[PAGE - 1]?._id ?? null) : null
    }
    const items = found.slice(0, PAGE)
    return {
      items,
      next: found.length > PAGE ? (items.at(-1)?.code ?? null) : after,
      branches: terms.branches
        .filter((branch) => isInScope(staff, branch))
        .map(({ branchCode, name }) => ({ branchCode, name })),
      now,
    }
  },
)

async function referrersOf(terms: Terms, codes: readonly StoredReferralCode[], now: Instant): Promise<StaffReferrer[]> {
  const { campaignId, branches, promotion } = terms
  const referrerIds = [...new Set(codes.map(({ referrerId }) => referrerId))]
  const [holders, invitations, rewards] = await Promise.all([
    listHolders(referrerIds),
    listInvitationsBy(campaignId, referrerIds),
    listRewardsOf(campaignId, referrerIds),
  ])
  const rewardOf = new Map(rewards.map((reward) => [reward.referral?.invitationId, reward]))
  return codes.map(({ code, referrerId, branchCode, channel, madeAt }) => ({
    code,
    who: holders.find(({ _id }) => _id === referrerId)?.nameMask ?? '**',
    branchName: branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode,
    channelName: promotion.channels.find(({ channelId }) => channelId === channel)?.name ?? null,
    madeAt,
    invitees: invitations
      .filter((one) => one.code === code)
      .sort((one, other) => other.openedAt - one.openedAt)
      .map((one) => shown(terms, one, rewardOf.get(one.invitationId) ?? null, now)),
  }))
}

/** The referrer with those of the invited whom the filter lets through; null where it asks for some and there are none. */
function sifted(referrer: StaffReferrer, { branchCode, risky, ...asked }: ReferralFilter): StaffReferrer | null {
  if (!risky && Object.values(asked).every((one) => one === undefined)) return referrer
  const invitees = referrer.invitees.filter((invitee) => isAsked(invitee, { risky, ...asked }))
  return invitees.length === 0 ? null : { ...referrer, invitees }
}

function isAsked({ state, openedAt, reward }: StaffInvitee, asked: Omit<ReferralFilter, 'branchCode'>): boolean {
  const openedOn = dayOf(openedAt)
  const reasons = [reward?.notGiven ?? '', ...(reward?.risk?.reasons ?? [])]
  const { reason } = asked
  return (
    (asked.state === undefined || state === asked.state) &&
    (reason === undefined || reasons.some((one) => one.includes(reason))) &&
    (!asked.risky || reward?.risk?.needsLook === true) &&
    (asked.fromOn === undefined || openedOn >= asked.fromOn) &&
    (asked.untilOn === undefined || openedOn <= asked.untilOn)
  )
}

function shown(terms: Terms, invitation: Invitation, reward: PolicyBenefit | null, now: Instant): StaffInvitee {
  return {
    invitationId: invitation.invitationId,
    who: inviteeName(invitation, reward),
    state: invitationState(invitation, reward, now),
    openedAt: invitation.openedAt,
    reward: reward && {
      status: reward.status.kind,
      notGiven: reward.decision.kind === 'not-granted' ? reward.decision.why : null,
      amountFen: reward.amountFen,
      dueOn: reward.dueOn,
      risk: reward.risk && {
        score: reward.risk.score,
        needsLook: needsLook(terms, reward.risk),
        reasons: reward.risk.reasons.map((reason) => riskReasonTexts[reason]),
      },
    },
  }
}
