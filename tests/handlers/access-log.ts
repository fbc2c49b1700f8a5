import type { Access } from '#store/unmasking'
import type { CampaignCloud } from './campaign-cloud'
import { storedIn } from './policy-book'

/** Who looked at this holder's data. */
export async function listAccessesOf(cloud: CampaignCloud, holderId: string): Promise<Access[]> {
  const all = (await storedIn(cloud, 'accessLog')).map((text) => JSON.parse(text) as Access)
  return all.filter(({ whose }) => whose === holderId)
}
