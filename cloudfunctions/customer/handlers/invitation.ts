import { acceptInvitation as acceptOperation, openInvitation as openOperation } from '#contract/referral'
import { type CallBy, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { Terms } from '#rules/campaign/terms'
import type { Policy } from '#rules/policy/policy'
import { standingRewards } from '#rules/policy-event/referral'
import { acceptInvitation as decideAcceptance } from '#rules/referral-reward/accept-invitation'
import { activeInvitation, type InviteeBook, inviteeBookId } from '#rules/referral-reward/invitation'
import { mayRefer } from '#rules/referral-reward/may-refer'
import { closedAt, openInvitation as decideOpening } from '#rules/referral-reward/open-invitation'
import type { Party } from '#rules/referral-reward/parties'
import { isStopped } from '#rules/switches/stop'
import { accountOf, addressKeyOf } from '#store/accounts'
import { findBankAccount, listBankAccounts } from '#store/bank-accounts'
import { listRewardsOf } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { findInviteeBook, takeInvitedPhone, writeInviteeBook } from '#store/invitations'
import { giveBackTo, type Limit, takeFrom } from '#store/limits'
import { listRelatedPolicies } from '#store/policies'
import { getHolder, listHoldersByPhone, listPoliciesOfHolder } from '#store/policy-book'
import { findReferralCode } from '#store/referral-codes'
import { askRiskRank } from '#store/risk-rank'
import { lookupHash, phoneHashOf } from '#store/secrets'
import { findTermsInForce, type TermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'
import { provenPhone } from './phone-proof'
import { shownHead } from './shown'
import { receivedInvitation } from './shown-referral'

type CustomerCall = CallBy<'customer'>

/** Codes that are none, in 24 hours: guesses. A carrier's network address is shared by many. */
const unknownLimits = {
  person: { what: 'referral-unknown-person', most: 10 },
  address: { what: 'referral-unknown-address', most: 100 },
} satisfies Record<string, Limit>

/** How often an account's own other call may come between. */
const ATTEMPTS = 4

const stoppedNow = ({ stops }: TermsInForce, now: Instant) => {
  if (isStopped(stops, 'campaign', now)) return 'campaign-stopped' as const
  return isStopped(stops, 'referral-reward', now) ? ('offer-stopped' as const) : null
}

/** An unknown code is looked up no further, and counted: after some nobody can tell one code from another. */
export const openInvitation = handle(openOperation, 'customer', async ({ code: asked }, call) => {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const stopped = stoppedNow(inForce, call.now)
  if (stopped) return refuse(stopped)
  const account = accountOf(call.customer.openid)
  if (!(await mayTry(account, call))) return refuse('too-many-tries')
  const code = await findReferralCode(asked)
  if (code?.campaignId !== terms.campaignId || code.account === null) return refuse('invitation-unknown')
  await forgetTry(account, call)

  const [referrer, invitee] = await Promise.all([loadReferrer(terms, code.referrerId, call.now), loadInvitee(account)])
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await findInviteeBook(terms.campaignId, account)
    const opening = decideOpening(terms, {
      now: call.now,
      code,
      referrerMay: referrer.may,
      referrer: referrer.party,
      rewards: referrer.rewards,
      invitee,
      book: before ?? blankBook(terms, account),
      addressHash: call.address === null ? null : addressKeyOf(call.address),
    })
    if (opening.kind === 'refused') {
      if (opening.code === 'invitation-expired') throw new Error('an opening cannot have expired')
      return refuse(opening.code)
    }
    const answer = {
      campaign: shownHead(inForce, call.now),
      invitation: receivedInvitation(terms, opening.invitation, referrer.name),
    }
    if (opening.kind === 'open') return answer
    const day = dayLimit(terms)
    const who = `${code.referrerId}.${dayOf(call.now)}`
    if (day && !(await takeFrom(day, who, call.now))) return refuse('too-many-invitations')
    if (await writeInviteeBook(opening.book, before)) return answer
    if (day) await giveBackTo(day, who)
  }
  return refuse('busy')
})

/** §5.3.1 A referrer's invitations of one day. */
function dayLimit({ referralReward: { invitationsPerReferrerPerDay: most } }: Terms): Limit | null {
  return most === null ? null : { what: 'referral-invitations', most }
}

async function mayTry(account: string, call: CustomerCall): Promise<boolean> {
  if (!(await takeFrom(unknownLimits.person, account, call.now))) return false
  return call.address === null || takeFrom(unknownLimits.address, addressKeyOf(call.address), call.now)
}

async function forgetTry(account: string, call: CustomerCall): Promise<void> {
  await giveBackTo(unknownLimits.person, account)
  if (call.address !== null) await giveBackTo(unknownLimits.address, addressKeyOf(call.address))
}

const blankBook = ({ campaignId }: Terms, account: string): InviteeBook => ({
  _id: inviteeBookId(campaignId, account),
  campaignId,
  account,
  invitations: [],
  version: 0,
})

const vehiclesOf = (policies: readonly Policy[]): Set<string> => new Set(policies.map(({ vehicleId }) => vehicleId))

/** Four operations, all at once. */
async function loadReferrer({ campaignId }: Terms, referrerId: string, now: Instant) {
  const [holder, policies, account, rewards] = await Promise.all([
    getHolder(referrerId),
    listPoliciesOfHolder(referrerId),
    findBankAccount(referrerId),
    listRewardsOf(campaignId, [referrerId]),
  ])
  const party: Party = {
    holderId: referrerId,
    phoneHash: holder.phoneHash,
    vehicleIds: vehiclesOf(policies),
    cardHash: account?.cardHash ?? null,
  }
  const may = mayRefer(policies, dayOf(now)).kind === 'may'
  return { party, may, name: holder.nameMask, rewards: standingRewards(rewards, referrerId) }
}

/** What is known of who opens it: of somebody who has bound nothing, the account alone. */
async function loadInvitee(account: string): Promise<Party & { account: string; policies: Policy[] }> {
  const binding = await findBinding(account)
  if (!binding) return { account, holderId: null, phoneHash: null, vehicleIds: new Set(), cardHash: null, policies: [] }
  const { holderId } = binding
  const [holder, policies, bank] = await Promise.all([
    getHolder(holderId),
    listPoliciesOfHolder(holderId),
    findBankAccount(holderId),
  ])
  const cardHash = bank?.cardHash ?? null
  return { account, holderId, phoneHash: holder.phoneHash, vehicleIds: vehiclesOf(policies), cardHash, policies }
}

/** The phone is proven first: whatever else is wrong is told only to whoever has it in hand. */
export const acceptInvitation = handle(acceptOperation, 'customer', async ({ phone: proof }, call) => {
  const inForce = await findTermsInForce(call.now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const { campaignId } = terms
  const stopped = stoppedNow(inForce, call.now)
  if (stopped) return refuse(stopped)
  const closed = closedAt(terms, call.now)
  if (closed) return refuse(closed)
  const account = accountOf(call.customer.openid)
  const phone = await provenPhone(proof, call)
  if (phone === null) return refuse('phone-code-invalid')
  const phoneHash = phoneHashOf(phone)
  const [holders, rank] = await Promise.all([
    loadHoldersWith(phoneHash),
    askRiskRank(call.customer.openid, call.address),
  ])
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await findInviteeBook(campaignId, account)
    const active = activeInvitation(before, call.now)
    if (!active) return refuse('invitation-expired')
    const referrer = await loadReferrer(terms, active.referrerId, call.now)
    const acceptance = decideAcceptance(terms, {
      now: call.now,
      book: before,
      phone: { phoneHash, phoneTail: phone.slice(-4), prefixHash: lookupHash('phone-prefix', phone.slice(0, 7)) },
      rank,
      referrer: referrer.party,
      holders,
    })
    if (acceptance.kind === 'refused') return refuse(acceptance.code)
    const answer = { invitation: receivedInvitation(terms, acceptance.invitation, referrer.name) }
    if (acceptance.kind === 'accepted-before') return answer
    const taking = {
      now: call.now,
      untilAt: active.validUntilAt,
      replaces: terms.referralReward.countedInvitation === 'last',
    }
    if (!(await takeInvitedPhone({ campaignId, phoneHash, account }, taking))) return refuse('invitee-already-invited')
    if (await writeInviteeBook(acceptance.book, before)) return answer
  }
  return refuse('busy')
})

/** Policyholders with this phone: two operations, three where there are any. */
async function loadHoldersWith(phoneHash: string) {
  const holders = await listHoldersByPhone(phoneHash)
  const holderIds = holders.map(({ _id }) => _id)
  const [policies, accounts] = await Promise.all([
    listRelatedPolicies({ policyNumbers: [], vehicleIds: [], holderIds }, null),
    listBankAccounts(holderIds),
  ])
  return holders.map(({ _id }) => {
    const own = policies.filter(({ holderId }) => holderId === _id)
    return {
      holderId: _id,
      phoneHash,
      vehicleIds: vehiclesOf(own),
      cardHash: accounts.find((one) => one._id === _id)?.cardHash ?? null,
      policies: own,
    }
  })
}
