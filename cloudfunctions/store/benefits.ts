import type { Benefit, PolicyBenefit, PrizeBenefit } from '#rules/benefit/benefit'
import type { Day } from '#values/days'
import { collection, command } from './collection'

const benefits = collection<Benefit>('benefits')
/** The same collection, asked for one rule's entries only: each query below names the fields that only they have. */
const prizeBenefits = collection<PrizeBenefit>('benefits')
const policyBenefits = collection<PolicyBenefit>('benefits')

/** Appends to the ledger, one database operation. False when the benefit stands there already. */
export const addBenefit = (benefit: Benefit): Promise<boolean> => benefits.add(benefit)

/** What the customer won in the draw. */
export const listPrizeBenefitsOf = (campaignId: string, pseudonym: string): Promise<PrizeBenefit[]> =>
  prizeBenefits.listAll({ campaignId, pseudonym })

export const countBenefitsOfPrize = (campaignId: string, prizeId: string): Promise<number> =>
  prizeBenefits.count({ campaignId, prizeId })

/** Which of these benefits stand in the ledger. At most 100 ids. */
export async function findExistingBenefits(ids: string[]): Promise<Set<string>> {
  const found = await benefits.list({ _id: command.in(ids) }, { fields: { _id: true } })
  return new Set(found.map(({ _id }) => _id))
}

/** The latest prizes won on that day. */
export const listLatestPrizeBenefits = (campaignId: string, grantedOn: Day, limit: number): Promise<PrizeBenefit[]> =>
  prizeBenefits.list({ campaignId, rule: 'prize-draw', grantedOn }, { orderBy: ['grantedAt', 'desc'], limit })

/** What policies brought a holder, from all of the holder's vehicles. */
export const listPolicyBenefitsOf = (campaignId: string, holderId: string): Promise<PolicyBenefit[]> =>
  policyBenefits.listAll({ campaignId, holderId })

/** The entries of these policies, and of these vehicles and holders. In as many reads as it takes. */
export async function listLedgerOf(
  campaignId: string,
  of: { policyNumbers: readonly string[]; vehicleIds: readonly string[]; holderIds: readonly string[] },
): Promise<PolicyBenefit[]> {
  const among = (field: string, values: readonly string[]) =>
    values.length === 0 ? [] : policyBenefits.listAll({ campaignId, [field]: command.in([...new Set(values)]) })
  const found = await Promise.all([
    among('policyNumber', of.policyNumbers),
    among('vehicleId', of.vehicleIds),
    among('holderId', of.holderIds),
  ])
  return [...new Map(found.flat().map((benefit) => [benefit._id, benefit])).values()]
}

/** One operation. False when one of them was there already: then some may have been added. */
export const addPolicyBenefits = (benefits: readonly PolicyBenefit[]): Promise<boolean> =>
  policyBenefits.addAll(benefits)

/** False, and nothing written, when the entry is no longer the one that `before` was. */
export async function changePolicyBenefit({ _id, ...after }: PolicyBenefit, before: PolicyBenefit): Promise<boolean> {
  const same = { _id, 'status.kind': before.status.kind, sequence: before.sequence }
  // Replaced whole: another kind of status or decision has other fields, and none of the old may stay.
  const data = { ...after, status: command.set(after.status), decision: command.set(after.decision) }
  return (await policyBenefits.updateWhere(same, data)) === 1
}

export const findPolicyBenefit = (id: string): Promise<PolicyBenefit | null> => policyBenefits.find(id)

/** The holder's service packs, of every campaign: vouchers outlive the campaign that gave them. */
export const listServicePacksOf = (holderId: string): Promise<PolicyBenefit[]> =>
  policyBenefits.listAll({ holderId, rule: 'service-pack' })

/** Whether cash of this holder has been approved and not yet paid. One database operation. */
export const isCashBeingPaid = async (holderId: string): Promise<boolean> =>
  (await policyBenefits.count({ holderId, form: 'cash', 'status.kind': 'approved' })) > 0
