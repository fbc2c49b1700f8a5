import { raiseStock, stockOf } from '#store/stock'
import { addTerms, listPublishedTerms, replaceTermsInForce, type TermsChange, type TermsInForce } from '#store/terms'
import type { Instant } from '#values/days'
import type { Change } from './read-change'

/**
 * Puts changed terms in force over a running campaign. The stock is raised after that, never before: units of terms that did
 * not come into force would be nobody's. Should it break off in between, the reconciliation raises it.
 * @returns the version, or null when somebody published another one meanwhile
 */
export async function publishOver(
  { inForce, terms, hash }: Change,
  source: string,
  change: TermsChange,
  now: Instant,
): Promise<number | null> {
  const { campaignId } = terms
  const { layout } = inForce
  const versions = await listPublishedTerms(campaignId)
  // A version of before the start with the same text has a stock of its own: it is never taken up again.
  const stored = versions.find(
    (one) => one.hash === hash && one.version > inForce.version && one.stockVersion === layout.termsVersion,
  )
  const version = stored?.version ?? (versions[0]?.version ?? inForce.version) + 1
  if (!stored) {
    const added = await addTerms({ campaignId, version, hash, terms, source, publishedAt: now, layout, change })
    if (!added) return null
  }
  if (!(await replaceTermsInForce(inForce, version, now))) return null
  await matchStock({ ...inForce, terms })
  return version
}

/** Every prize's shards hold what these terms promise. */
export async function matchStock({ terms, layout }: Pick<TermsInForce, 'terms' | 'layout'>): Promise<void> {
  for (const prize of terms.prizeDraw.prizes) {
    await raiseStock(stockOf(terms.campaignId, layout, prize), prize.quantity)
  }
}
