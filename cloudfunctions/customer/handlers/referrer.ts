import type { CallBy } from '#pipeline/handler'
import type { Terms } from '#rules/campaign/terms'
import type { Policy } from '#rules/policy/policy'
import { mayRefer, type Standing } from '#rules/referral-reward/may-refer'
import { accountOf } from '#store/accounts'
import { type Binding, findBinding } from '#store/bindings'
import { listPoliciesOfHolder } from '#store/policy-book'
import { addReferralCode, findReferralCodeOf, ownerOf, type StoredReferralCode } from '#store/referral-codes'
import { askRiskRank } from '#store/risk-rank'
import { dayOf } from '#values/days'
import { newOpaqueId } from './opaque-id'

type CustomerCall = CallBy<'customer'>

export interface Referrer {
  binding: Binding | null
  policies: Policy[]
  standing: Standing
}

/** Whether the caller may refer. One database operation, two for whoever has bound a policy. */
export async function findReferrer(call: CustomerCall): Promise<Referrer> {
  const binding = await findBinding(accountOf(call.customer.openid))
  const policies = binding ? await listPoliciesOfHolder(binding.holderId) : []
  return { binding, policies, standing: mayRefer(binding && policies, dayOf(call.now)) }
}

/**
 * The referrer's code for the channel, made on the first visit; null when two phones made one at the same moment and neither
 * is to be seen yet. A channel that the terms do not know is none.
 */
export async function codeOf(
  terms: Terms,
  { binding, policies }: Referrer & { binding: Binding },
  channel: string | undefined,
  call: CustomerCall,
): Promise<StoredReferralCode | null> {
  const known = terms.promotion.channels.find(({ channelId }) => channelId === channel)?.channelId ?? null
  const owner = ownerOf(terms.campaignId, binding.holderId, known)
  const found = await findReferralCodeOf(owner)
  if (found) return found
  const code = newOpaqueId(call.random)
  const made: StoredReferralCode = {
    _id: code,
    code,
    campaignId: terms.campaignId,
    owner,
    referrerId: binding.holderId,
    account: accountOf(call.customer.openid),
    channel: known,
    branchCode: latestOf(policies).branchCode,
    ranks: [await askRiskRank(call.customer.openid, call.address), binding.riskRank],
    posterFileId: null,
    madeAt: call.now,
  }
  return (await addReferralCode(made)) ? made : findReferralCodeOf(owner)
}

function latestOf(policies: readonly Policy[]): Policy {
  const [latest] = [...policies].sort((one, other) => other.issuedAt - one.issuedAt)
  if (!latest) throw new Error('somebody without a policy may refer')
  return latest
}
