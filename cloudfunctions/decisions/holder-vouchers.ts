import { isStanding } from '#rules/policy-event/standing'
import { vouchersOf } from '#rules/service-pack/service-pack'
import { listServicePacksOf } from '#store/benefits'
import { findPolicies } from '#store/policies'
import { getTerms } from '#store/terms'
import { ensureVouchers, listVouchersOf, type Voucher } from '#store/vouchers'

/** A holder's vouchers, and the packs that were withdrawn with their policies: what those brought can no longer be used. */
export interface HolderVouchers {
  vouchers: Voucher[]
  /** Ids of benefits. */
  withdrawn: ReadonlySet<string>
}

/**
 * Makes the vouchers of packs that have none yet, at the first look of whoever looks first, the holder or a counter, by the terms
 * that granted them. Two database operations where there is nothing to make.
 */
export async function vouchersOfHolder(holderId: string): Promise<HolderVouchers> {
  const [packs, vouchers] = await Promise.all([listServicePacksOf(holderId), listVouchersOf(holderId)])
  const withdrawn = new Set(packs.filter((pack) => !isStanding(pack)).map(({ _id }) => _id))
  const made = new Set(vouchers.map(({ benefitId }) => benefitId))
  const open = packs.filter(({ _id, decision }) => decision.kind === 'granted' && !withdrawn.has(_id) && !made.has(_id))
  if (open.length === 0) return { vouchers, withdrawn }
  const policies = new Map(
    (await findPolicies(open.map(({ policyNumber }) => policyNumber))).map((policy) => [policy._id, policy]),
  )
  for (const { _id: benefitId, campaignId, termsVersion, policyNumber, vehicleId } of open) {
    const policy = policies.get(policyNumber)
    if (!policy) throw new Error('a service pack rests on a policy that is not on file')
    const terms = await getTerms(campaignId, termsVersion)
    await ensureVouchers({ benefitId, holderId, vehicleId }, vouchersOf(terms, policy.coverStartsOn))
  }
  return { vouchers: await listVouchersOf(holderId), withdrawn }
}
