import type { Day } from '#values/days'
import { collection } from './collection'

/** The last day on which the timer gave its daily warnings, by campaign. */
interface Warned {
  _id: string
  on: Day
}

const warnings = collection<Warned>('warnings')

export const wasWarnedOn = async (campaignId: string, on: Day): Promise<boolean> =>
  (await warnings.find(campaignId))?.on === on

export async function keepWarned(campaignId: string, on: Day): Promise<void> {
  if (await warnings.add({ _id: campaignId, on })) return
  await warnings.updateWhere({ _id: campaignId }, { on })
}
