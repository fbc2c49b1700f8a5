import { publishCampaign as operation } from '#contract/publishing'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { checkCampaignFile } from '#rules/campaign/check'
import { phaseAt, runningPeriod } from '#rules/campaign/phase'
import { openMatters } from '#rules/campaign/still-open'
import type { Terms } from '#rules/campaign/terms'
import { termsHash } from '#rules/campaign/terms-hash'
import { commitmentOf } from '#rules/prize-draw/seed-chain'
import { ownLayout } from '#rules/prize-draw/stock'
import { ensureSeedChain } from '#store/seeds'
import { openStock } from '#store/stock'
import { addTerms, findTermsInForce, listPublishedTerms, putTermsInForce } from '#store/terms'
import { dayOf, type Instant } from '#values/days'
import { auditInForce, auditPublished } from '../publishing/audit-published'
import { findStillOpen } from '../publishing/still-open'

/** Longer than any campaign may run, so that new terms before the start never need another chain. */
const SEED_CHAIN_DAYS = 400

const PUBLISHED = '用部署凭证发布活动文件'

/**
 * Publishes terms (§3, SAMR order 32: everything before the start). Each step can be done again after a crash; the last
 * but one puts the terms in force, and the last one logs it. Terms in force cannot be changed once the campaign runs.
 */
export const publishCampaign = handle(operation, 'system', async ({ file, text }, call) => {
  const { now } = call
  const checked = checkCampaignFile(text, file)
  if (!checked.ok) {
    const details = checked.problems.map(({ line, column, path, message, remedy }) => ({
      field: `${file}:${line}:${column} ${path}`,
      message: `${message} ${remedy}`,
    }))
    return refuse('terms-invalid', details)
  }
  const { terms } = checked
  const hash = termsHash(terms)
  const { campaignId } = terms

  const versions = await listPublishedTerms(campaignId)
  const inForce = await findTermsInForce()
  const sameInForce = inForce?.terms.campaignId === campaignId && inForce.hash === hash
  if (sameInForce) {
    // What staff published over a running campaign stands in the log under their names.
    const published = versions.find(({ version }) => version === inForce.version)
    if (!published?.change) await auditInForce(call, inForce, PUBLISHED)
    return { ...(await committed(campaignId, now)), version: inForce.version, hash, isNew: false }
  }
  if (now >= runningPeriod(terms).runsFromAt) return refuse('terms-after-start')
  if (inForce && !mayFollow(inForce.terms, campaignId, now)) {
    return refuse(inForce.terms.campaignId === campaignId ? 'terms-after-start' : 'terms-other-campaign')
  }
  if (inForce && inForce.terms.campaignId !== campaignId) {
    const open = openMatters(await findStillOpen(inForce.terms, dayOf(now)))
    if (open.length > 0) {
      return refuse(
        'terms-former-open',
        open.map(({ what, how }) => ({ field: what, message: how })),
      )
    }
  }

  const stored = versions.find((one) => one.hash === hash)
  const version = stored?.version ?? (versions[0]?.version ?? 0) + 1
  if (!stored) {
    const layout = ownLayout(terms.prizeDraw.prizes, version)
    const added = await addTerms({ campaignId, version, hash, terms, source: text, publishedAt: now, layout })
    if (!added) throw new Error(`version ${version} of ${campaignId} was published by somebody else at this moment`)
  }
  const { commitment } = await committed(campaignId, now)
  for (const { prizeId, quantity, perDay } of terms.prizeDraw.prizes) {
    await openStock({ campaignId, termsVersion: version, prizeId, quantity, perDay }, now)
  }
  await putTermsInForce(campaignId, version, now)
  const before = inForce?.terms.campaignId === campaignId ? inForce : null
  await auditPublished(call, campaignId, { version, hash }, before, PUBLISHED)
  return { campaignId, version, hash, commitment, isNew: true }
})

async function committed(campaignId: string, now: Instant): Promise<{ campaignId: string; commitment: string }> {
  return { campaignId, commitment: await ensureSeedChain(campaignId, SEED_CHAIN_DAYS, commitmentOf, now) }
}

/** New terms of a campaign before it starts; another campaign once the one in force is over. */
function mayFollow(before: Terms, campaignId: string, now: Instant): boolean {
  switch (phaseAt(before, now)) {
    case 'preparation':
    case 'warm-up':
      return before.campaignId === campaignId
    case 'running':
    case 'collection':
      return false
    case 'closed':
      return before.campaignId !== campaignId
  }
}
