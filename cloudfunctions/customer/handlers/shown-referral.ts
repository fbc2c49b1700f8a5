import type { ReceivedInvitation } from '#contract/invitation'
import type { ReferralReward, SentInvitation } from '#contract/referral'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { zheText } from '#rules/campaign/figures'
import type { Terms } from '#rules/campaign/terms'
import { giftCollected, giftToCollect } from '#rules/gift/to-collect'
import { chooseForm } from '#rules/referral-reward/choose-form'
import type { Invitation } from '#rules/referral-reward/invitation'
import { invitationState, inviteeName } from '#rules/referral-reward/invitation-state'
import type { RewardForm } from '#rules/referral-reward/referral-reward'
import { outwardIdOf } from '#store/secrets'
import { addDays, type Day, dayOf, formatDay, type Instant } from '#values/days'

/** How invitations and rewards look to the referrer, and an invitation to the invitee. */

const lastDayOf = ({ validUntilAt }: Invitation): Day => addDays(dayOf(validUntilAt), -1)

export const receivedInvitation = (terms: Terms, invitation: Invitation, by: string): ReceivedInvitation => ({
  by,
  discount: zheText(terms.referralReward.inviteeDiscountBps),
  validUntilOn: lastDayOf(invitation),
  phoneTail: invitation.accepted?.phoneTail ?? null,
})

export function sentInvitation(invitation: Invitation, reward: PolicyBenefit | null, now: Instant): SentInvitation {
  const { invitationId, openedAt } = invitation
  return {
    invitationId,
    who: inviteeName(invitation, reward),
    openedAt,
    validUntilOn: lastDayOf(invitation),
    state: invitationState(invitation, reward, now),
    next: nextFor(invitation, reward, now),
  }
}

function nextFor(invitation: Invitation, reward: PolicyBenefit | null, now: Instant): string {
  switch (invitationState(invitation, reward, now)) {
    case 'not-counted':
      return reward?.decision.kind === 'not-granted' ? `${reward.decision.why}。` : ''
    case 'issued':
      return '对方已经投保出单，奖励见“我的奖励”。'
    case 'replaced':
      return '对方后来打开了另一位老客户的邀请，以最近的为准。'
    case 'expired':
      return '邀请已过期，对方重新打开链接后可以再次接受。'
    case 'accepted':
      return `对方已验证手机号，${formatDay(lastDayOf(invitation))}前（含当日）投保出单即可。`
    case 'opened':
      return '对方打开了邀请，还没有验证手机号。'
  }
}

export function shownReward(terms: Terms, benefit: PolicyBenefit, now: Instant): ReferralReward {
  const { _id, decision, status, amountFen, dueOn, statement, version } = benefit
  const form: RewardForm = benefit.form === 'gift' ? 'gift' : 'cash'
  const other: RewardForm = form === 'gift' ? 'cash' : 'gift'
  return {
    benefitId: outwardIdOf(_id),
    who: inviteeName({ accepted: null }, benefit),
    state:
      decision.kind === 'not-granted'
        ? { kind: 'not-given', reason: decision.why }
        : { kind: 'given', status: status.kind, since: status.kind === 'pending' ? status.since : status.at },
    form,
    giftName: form === 'gift' ? terms.referralReward.giftName : null,
    amountFen,
    dueOn,
    next: nextOf(terms, benefit),
    choosable: chooseForm(terms, benefit, other, now).kind === 'chosen',
    version,
    statement,
  }
}

function nextOf(terms: Terms, benefit: PolicyBenefit): string {
  const { decision, status, form, dueOn, waitsFor, holdUntil, customerOwes } = benefit
  if (decision.kind === 'stopped') return '推荐有礼暂停，恢复后补上，不用您再操作。'
  if (decision.kind === 'not-granted') return `${decision.why}。`
  const by = dueOn === null ? '' : `${formatDay(dueOn)}前（含当日）`
  switch (status.kind) {
    case 'pending':
      if (waitsFor === 'hold' && holdUntil !== null) {
        return `${formatDay(dayOf(holdUntil))}起审核，${by}${form === 'gift' ? '可以领取' : '到账'}；在此之前退保的，不再奖励。`
      }
      return `正在审核，通过后${by && ` ${by}`}${form === 'gift' ? '可以领取' : '到账'}。`
    case 'approved':
      if (customerOwes === 'account') return '打款没有成功，请更正收款账户后等待重新打款。'
      return form === 'gift' ? giftToCollect(terms, benefit) : `审核已通过，${by}付到您的收款账户。`
    case 'fulfilled':
      return form === 'gift' ? giftCollected(status) : '已付到您的收款账户。'
    case 'refused':
      return `这笔奖励不再给付：${status.why}。`
    case 'clawed-back':
      return `这笔奖励已经收回：${status.why}。`
    case 'expired':
      return '这笔奖励已经过期。'
  }
}
