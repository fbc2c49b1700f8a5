import { listReferrals as operation, type StaffInvitee } from '#contract/referrals'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import type { Invitation } from '#rules/referral-reward/invitation'
import { invitationState, inviteeName } from '#rules/referral-reward/invitation-state'
import { riskReasonTexts } from '#rules/risk/reasons'
import { needsLook } from '#rules/risk/risk'
import { listRewardsOf } from '#store/benefits'
import { listInvitationsBy } from '#store/invitations'
import { listHolders } from '#store/policy-book'
import { listReferralCodesAfter } from '#store/referral-codes'
import { findTermsInForce } from '#store/terms'
import type { Instant } from '#values/days'

const PAGE = 50

/** Who invited whom (§5.3). Four database operations beside those of any staff call; a branch person's own branch alone. */
export const listReferrals = handle(
  operation,
  forStaff('admin', 'reviewer', 'finance', 'branch', 'analyst'),
  async ({ cursor }, { now, staff }) => {
    const inForce = await findTermsInForce(now)
    if (!inForce) return refuse('campaign-not-published')
    const { terms } = inForce
    const { campaignId, branches, promotion } = terms
    const found = await listReferralCodesAfter(campaignId, staff.branchCode, cursor ?? '', PAGE + 1)
    const page = found.slice(0, PAGE)
    const referrerIds = [...new Set(page.map(({ referrerId }) => referrerId))]
    const [holders, invitations, rewards] = await Promise.all([
      listHolders(referrerIds),
      listInvitationsBy(campaignId, referrerIds),
      listRewardsOf(campaignId, referrerIds),
    ])
    const rewardOf = new Map(rewards.map((reward) => [reward.referral?.invitationId, reward]))
    return {
      items: page.map(({ code, referrerId, branchCode, channel, madeAt }) => ({
        code,
        who: holders.find(({ _id }) => _id === referrerId)?.nameMask ?? '**',
        branchName: branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode,
        channelName: promotion.channels.find(({ channelId }) => channelId === channel)?.name ?? null,
        madeAt,
        invitees: invitations
          .filter((one) => one.code === code)
          .sort((one, other) => other.openedAt - one.openedAt)
          .map((one) => shown(terms, one, rewardOf.get(one.invitationId) ?? null, now)),
      })),
      next: found.length > PAGE ? (page.at(-1)?._id ?? null) : null,
      now,
    }
  },
)

function shown(terms: Terms, invitation: Invitation, reward: PolicyBenefit | null, now: Instant): StaffInvitee {
  return {
    invitationId: invitation.invitationId,
    who: inviteeName(invitation, reward),
    state: invitationState(invitation, reward, now),
    openedAt: invitation.openedAt,
    reward: reward && {
      benefitId: reward._id,
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
