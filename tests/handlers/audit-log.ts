import { expect } from 'vitest'
import type { AuditedAct } from '#contract/audit'
import type { KeptEntry } from '#store/audit-log'
import type { CampaignCloud } from './campaign-cloud'
import { removed, storedIn } from './policy-book'

/** What the log says of this act, the first one first; of one object where that is said. */
export async function entriesOf(cloud: CampaignCloud, what: AuditedAct, objectId?: string): Promise<KeptEntry[]> {
  const all = (await storedIn(cloud, 'auditLog')).map((text): KeptEntry => JSON.parse(text))
  return all
    .filter((entry) => entry.what === what && (objectId === undefined || entry.object.id === objectId))
    .sort((a, b) => a.number - b.number)
}

/**
 * Does it, loses its entry, the last one, as a call does that broke off before it was logged, and does the same twice more:
 * then it stands there once, as it stood there first. The answers are the same, too.
 */
export async function expectLoggedOnce<Answer>(
  cloud: CampaignCloud,
  act: () => Promise<Answer>,
  ...of: [what: AuditedAct, objectId: string]
): Promise<void> {
  const answer = await act()
  const [first, ...others] = await entriesOf(cloud, ...of)
  if (!first) throw new Error(`${of.join(' ')} is not logged`)
  await removed(cloud, 'auditLog', first._id)
  expect(others).toEqual([])
  for (let again = 0; again < 2; again += 1) expect(await act()).toEqual(answer)
  const { who, what, object, before, after, why } = first
  expect(await entriesOf(cloud, ...of)).toMatchObject([{ who, what, object, before, after, why }])
}
