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
