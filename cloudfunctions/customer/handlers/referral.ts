import {
  chooseReward as chooseOperation,
  openReferral as openOperation,
  makeReferralPoster as posterOperation,
} from '#contract/referral'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { phaseAt } from '#rules/campaign/phase'
import { referralTexts } from '#rules/campaign/referral-texts'
import type { Terms } from '#rules/campaign/terms'
import { chooseForm } from '#rules/referral-reward/choose-form'
import { closedAt } from '#rules/referral-reward/open-invitation'
import { accountOf } from '#store/accounts'
import { findBankAccount } from '#store/bank-accounts'
import { changePolicyBenefit, listRewardsOf } from '#store/benefits'
import { type Binding, findBinding } from '#store/bindings'
import { listInvitationsBy } from '#store/invitations'
import { keepPosterCode, posterUrl } from '#store/posters'
import { setReferralPoster } from '#store/referral-codes'
import { outwardIdOf } from '#store/secrets'
import { findTermsInForce } from '#store/terms'
import { formatDay, type Instant } from '#values/days'
import { codeOf, findReferrer, type Referrer } from './referrer'
import { shownHead } from './shown'
import { sentInvitation, shownReward } from './shown-referral'

type BoundReferrer = Referrer & { binding: Binding }
const isBound = (referrer: Referrer): referrer is BoundReferrer => referrer.binding !== null

/** Database operations: one for a visitor, six in three rounds for whoever has bound a policy. */
export const openReferral = handle(openOperation, 'customer', async ({ channel }, call) => {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  if (!terms.referralReward.enabled) return refuse('offer-not-enabled')
  const referrer = await findReferrer(call)
  const { reward, inviteeDiscount, rules, shareTitle } = referralTexts(terms)
  const view = { campaign: shownHead(inForce, call.now), now: call.now, reward, inviteeDiscount, rules }
  const nothing = { invitations: [], rewards: [], needsBankAccount: false }
  const closed = closedStanding(terms, call.now)
  if (!isBound(referrer)) {
    return { ...view, ...nothing, standing: closed ?? mayNot(referrer) }
  }
  const { binding, standing } = referrer
  const code = closed === null && standing.kind === 'may' ? await codeOf(terms, referrer, channel, call) : null
  if (closed === null && standing.kind === 'may' && code === null) return refuse('busy')
  const [invitations, rewards, account] = await Promise.all([
    listInvitationsBy(terms.campaignId, [binding.holderId]),
    listRewardsOf(terms.campaignId, [binding.holderId]),
    findBankAccount(binding.holderId),
  ])
  const rewardOf = new Map(rewards.map((one) => [one.referral?.invitationId, one]))
  return {
    ...view,
    standing: code ? { kind: 'may' as const, code: code.code, shareTitle } : (closed ?? mayNot(referrer)),
    invitations: [...invitations]
      .sort((one, other) => other.openedAt - one.openedAt)
      .map((one) => sentInvitation(one, rewardOf.get(one.invitationId) ?? null, call.now)),
    rewards: [...rewards]
      .sort((one, other) => other.grantedAt - one.grantedAt)
      .map((one) => shownReward(terms, one, call.now)),
    needsBankAccount:
      account === null &&
      rewards.some(({ form, status }) => form === 'cash' && (status.kind === 'pending' || status.kind === 'approved')),
  }
})

const mayNot = ({ standing }: Referrer) => {
  if (standing.kind === 'may') throw new Error('somebody who may refer has a code')
  return standing
}

/** Before and after the campaign nobody can invite; what was invited stays to be seen. */
function closedStanding(terms: Terms, now: Instant) {
  const { startsOn, endsOn } = terms.period
  switch (phaseAt(terms, now)) {
    case 'preparation':
    case 'warm-up':
      return { kind: 'may-not' as const, why: 'not-started' as const, advice: `${formatDay(startsOn)}起可以推荐。` }
    case 'running':
      return null
    case 'collection':
    case 'closed':
      return {
        kind: 'may-not' as const,
        why: 'over' as const,
        advice: `推荐已于 ${formatDay(endsOn)}结束，已有的奖励照常审核和给付。`,
      }
  }
}

export const makeReferralPoster = handle(posterOperation, 'customer', async ({ channel }, call) => {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const closed = closedAt(terms, call.now)
  if (closed === 'offer-not-enabled' || closed === 'campaign-not-started' || closed === 'campaign-over') {
    return refuse(closed)
  }
  const referrer = await findReferrer(call)
  if (!isBound(referrer) || referrer.standing.kind === 'may-not') return refuse('referrer-may-not')
  const code = await codeOf(terms, referrer, channel, call)
  if (!code) return refuse('busy')
  const fileId = code.posterFileId ?? (await keepPosterCode(code.code, 'referral'))
  if (code.posterFileId === null) await setReferralPoster(code.code, fileId)
  const { posterTitle, posterLines } = referralTexts(terms)
  return { codeUrl: await posterUrl(fileId), title: posterTitle, lines: posterLines }
})

/** A reward of somebody else is not to be told from one that is not there. */
export const chooseReward = handle(chooseOperation, 'customer', async ({ benefitId, form, version }, call) => {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const binding = await findBinding(accountOf(call.customer.openid))
  if (!binding) return refuse('not-bound')
  const rewards = await listRewardsOf(inForce.terms.campaignId, [binding.holderId])
  const before = rewards.find(({ _id }) => outwardIdOf(_id) === benefitId)
  if (!before) return refuse('reward-unknown')
  const choosing = chooseForm(inForce.terms, before, form, call.now)
  switch (choosing.kind) {
    case 'refused':
      return refuse(choosing.code)
    case 'same':
      return { reward: shownReward(inForce.terms, before, call.now) }
    case 'chosen': {
      const written = before.version === version && (await changePolicyBenefit(choosing.benefit, before))
      return written ? { reward: shownReward(inForce.terms, choosing.benefit, call.now) } : refuse('busy')
    }
  }
})
