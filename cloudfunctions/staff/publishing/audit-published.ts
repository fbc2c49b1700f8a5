import { audit } from '#pipeline/audit'
import type { CallBy } from '#pipeline/handler'
import { listPublishedTerms, type TermsInForce } from '#store/terms'

type By = Pick<CallBy<'anyone'>, 'now' | 'requestId' | 'staff'>

/** A version of a campaign's terms, by number and hash. */
interface Version {
  version: number
  hash: string
}

/** Once for each version, however often it is said. `before`: what was in force until then; null for a campaign's first. */
export const auditPublished = (
  by: By,
  campaignId: string,
  { version, hash }: Version,
  before: Version | null,
  why: string,
): Promise<void> =>
  audit(by, {
    what: 'campaign.publish',
    object: { kind: 'terms', id: `${campaignId}.${version}` },
    ...(before && { before: { termsVersion: before.version, hash: before.hash } }),
    after: { termsVersion: version, hash },
    why,
    deed: 'publish',
  })

/** The same of the version that is in force: whoever put it there may have broken off before it was logged. */
export async function auditInForce(
  by: By,
  { terms: { campaignId }, version, hash, formerly }: TermsInForce,
  why: string,
): Promise<void> {
  const last = formerly.at(-1)?.version
  const before = (await listPublishedTerms(campaignId)).find((one) => one.version === last)
  await auditPublished(by, campaignId, { version, hash }, before ?? null, why)
}
