import { parseTerms, type Terms } from '#rules/campaign/terms'
import type { Instant } from '#values/days'
import { collection } from './collection'

/** The running campaign: which published terms are in force, and the switches that staff may throw. */
interface CampaignPointer {
  _id: string
  campaignId: string
  termsVersion: number
  drawStopped: boolean
}

interface TermsDoc {
  _id: string
  campaignId: string
  version: number
  hash: string
  terms: unknown
  /** The campaign file as it was published, letter by letter. */
  source: string
  publishedAt: Instant
}

/** The terms in force as a handler needs them. */
export interface TermsInForce {
  terms: Terms
  version: number
  hash: string
  publishedAt: Instant
  drawStopped: boolean
}

const CURRENT = 'current'
const campaigns = collection<CampaignPointer>('campaigns')
const published = collection<TermsDoc>('terms')

/** Terms never change in place, so an instance keeps them; only which version is in force is asked again, this often. */
const ASK_AGAIN_MS = 5_000
let kept: { inForce: TermsInForce; askedAt: number } | null = null

/** The terms in force, from the instance's memory for 5 seconds; null while no campaign is published. */
export async function findTermsInForce(): Promise<TermsInForce | null> {
  if (kept && performance.now() - kept.askedAt < ASK_AGAIN_MS) return kept.inForce
  const askedAt = performance.now()
  const pointer = await campaigns.find(CURRENT)
  if (!pointer) return null
  const same = kept?.inForce.version === pointer.termsVersion && kept.inForce.terms.campaignId === pointer.campaignId
  const inForce = same && kept ? { ...kept.inForce, drawStopped: pointer.drawStopped } : await load(pointer)
  kept = { inForce, askedAt }
  return inForce
}

async function load(pointer: CampaignPointer): Promise<TermsInForce> {
  const doc = await published.find(termsId(pointer.campaignId, pointer.termsVersion))
  if (!doc) throw new Error(`terms ${pointer.campaignId} version ${pointer.termsVersion} are in force but not stored`)
  return {
    terms: parseTerms(doc.terms),
    version: doc.version,
    hash: doc.hash,
    publishedAt: doc.publishedAt,
    drawStopped: pointer.drawStopped,
  }
}

/**
 * Terms that something was granted by, in force or not.
 * @throws Error when that version was never published
 */
export async function getTerms(campaignId: string, version: number): Promise<Terms> {
  const { inForce } = kept ?? {}
  if (inForce?.version === version && inForce.terms.campaignId === campaignId) return inForce.terms
  const doc = await published.find(termsId(campaignId, version))
  if (!doc) throw new Error(`terms ${campaignId} version ${version} were never published`)
  return parseTerms(doc.terms)
}

const termsId = (campaignId: string, version: number): string => `${campaignId}.${version}`

/** Published versions of a campaign, the latest first. */
export async function listPublishedTerms(campaignId: string): Promise<{ version: number; hash: string }[]> {
  const versions = await published.listAll({ campaignId }, { version: true, hash: true })
  return versions.sort((a, b) => b.version - a.version)
}

/** Stores a new version. False when that version exists: a published version is never written again. */
export function addTerms(doc: Omit<TermsDoc, '_id'>): Promise<boolean> {
  return published.add({ _id: termsId(doc.campaignId, doc.version), ...doc })
}

/** Puts a stored version in force: the last step of a publication. */
export async function putTermsInForce(campaignId: string, termsVersion: number): Promise<void> {
  kept = null
  if (await campaigns.add({ _id: CURRENT, campaignId, termsVersion, drawStopped: false })) return
  await campaigns.updateWhere({ _id: CURRENT }, { campaignId, termsVersion })
}
