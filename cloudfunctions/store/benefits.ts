import type { Benefit } from '#rules/benefit/benefit'
import type { Day } from '#values/days'
import { collection, command } from './collection'

const benefits = collection<Benefit>('benefits')

/** Appends to the ledger, one database operation. False when the benefit stands there already. */
export const addBenefit = (benefit: Benefit): Promise<boolean> => benefits.add(benefit)

export const listBenefitsOf = (campaignId: string, pseudonym: string): Promise<Benefit[]> =>
  benefits.listAll({ campaignId, pseudonym })

export const countBenefitsOfPrize = (campaignId: string, prizeId: string): Promise<number> =>
  benefits.count({ campaignId, prizeId })

/** Which of these benefits stand in the ledger. At most 100 ids. */
export async function findExistingBenefits(ids: string[]): Promise<Set<string>> {
  const found = await benefits.list({ _id: command.in(ids) }, { fields: { _id: true } })
  return new Set(found.map(({ _id }) => _id))
}

/** The latest benefits granted on that day. */
export const listLatestBenefits = (campaignId: string, grantedOn: Day, limit: number): Promise<Benefit[]> =>
  benefits.list({ campaignId, grantedOn }, { orderBy: ['grantedAt', 'desc'], limit })
