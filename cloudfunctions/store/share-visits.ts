import type { Instant } from '#values/days'
import { collection } from './collection'

const visits = collection<{ _id: string; at: Instant }>('shareVisits')

/** True the first time only. `visitKey` comes from `decideVisit`. */
export const countVisit = (visitKey: string, at: Instant): Promise<boolean> => visits.add({ _id: visitKey, at })

/** When the visit counted. @throws Error when it never did */
export async function visitCountedAt(visitKey: string): Promise<Instant> {
  const visit = await visits.find(visitKey)
  if (!visit) throw new Error(`visit ${visitKey} was never counted`)
  return visit.at
}
