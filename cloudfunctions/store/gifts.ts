import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { Instant } from '#values/days'
import { collection, command, type Fields } from './collection'

/** The ledger, asked for gifts alone: those of renewals, and rewards taken as a gift. */
const benefits = collection<PolicyBenefit>('benefits')

const form = 'gift'

/** What waits to be handed over to this holder at this branch. One database operation. */
export const listGiftsWaitingFor = (
  campaignId: string,
  { holderId, branchCode }: Pick<PolicyBenefit, 'holderId' | 'branchCode'>,
): Promise<PolicyBenefit[]> => benefits.listAll({ campaignId, holderId, branchCode, form, waitsFor: 'hand-over' })

/**
 * What was handed over, the latest first; `after` is the last entry of the page before. One database operation, two where
 * that page ended among entries of one moment.
 * @param where one branch's alone, where that is asked
 */
export async function listGiftsHandedOver(
  where: { campaignId: string; branchCode?: string },
  { after, limit }: { after: { _id: string; at: Instant } | null; limit: number },
): Promise<PolicyBenefit[]> {
  const ask = (more: Fields, most: number): Promise<PolicyBenefit[]> =>
    benefits.list(
      { ...where, form, 'status.kind': 'fulfilled', ...more },
      { orderBy: ['status.at', 'desc'], thenBy: ['_id', 'asc'], limit: most },
    )
  if (!after) return ask({}, limit)
  const sameMoment = await ask({ 'status.at': after.at, _id: command.gt(after._id) }, limit)
  if (sameMoment.length === limit) return sameMoment
  return [...sameMoment, ...(await ask({ 'status.at': command.lt(after.at) }, limit - sameMoment.length))]
}
