import { runningPeriod } from '#rules/campaign/phase'
import { parseTerms, type Terms } from '#rules/campaign/terms'
import { ownLayout, type StockLayout } from '#rules/prize-draw/stock'
import type { Stop } from '#rules/switches/stop'
import type { Instant } from '#values/days'
import { collection, command } from './collection'

/** The running campaign: which published terms are in force, and the switches that staff have thrown. */
interface CampaignPointer {
  _id: string
  campaignId: string
  termsVersion: number
  /** What was in force before, of this campaign; a pointer of before this was kept has none. */
  formerly?: FormerTerms[]
  /** Of every campaign there was; a pointer of before there were switches has none. */
  stops?: Stop[]
  /** Grows with every switch; a write names the one it read. */
  switchVersion?: number
}

/** A version that was in force until another took its place. */
interface FormerTerms {
  version: number
  untilAt: Instant
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
  /** Where the prizes' stock is; terms of before there could be others over a running campaign have none: their own. */
  layout?: StockLayout
  /** Who published it over a running campaign, and why; none before the start. */
  change?: TermsChange | null
}

export interface TermsChange {
  /** Members of staff: who proposed it, and who approved it if it wanted a second person. */
  by: readonly string[]
  why: string
}

/** The terms in force as a handler needs them. */
export interface TermsInForce {
  terms: Terms
  version: number
  hash: string
  publishedAt: Instant
  /** Where the prizes' stock is. */
  layout: StockLayout
  /** What was in force before, of this campaign, the first one first. */
  formerly: readonly FormerTerms[]
  /** Of this campaign, with those that have ended, in the order in which they were ordered. */
  stops: readonly Stop[]
}

const CURRENT = 'current'
const campaigns = collection<CampaignPointer>('campaigns')
const published = collection<TermsDoc>('terms')

/**
 * Terms never change in place, so an instance keeps them; only which version is in force, and what is stopped, is asked
 * again, this often. An order to stop holds later than that (`SWITCH_LEAD_MS`), so that no instance misses it.
 */
const ASK_AGAIN_MS = 5_000
let kept: { inForce: TermsInForce; askedAt: number; askedFor: Instant | null } | null = null

/**
 * The terms in force, from the instance's memory for 5 seconds; null while no campaign is published.
 * @param at the instant that is decided on: it may be moved on a developer's machine, and then memory is old at once
 */
export async function findTermsInForce(at: Instant | null = null): Promise<TermsInForce | null> {
  if (kept && performance.now() - kept.askedAt < ASK_AGAIN_MS && near(kept.askedFor, at)) return kept.inForce
  const askedAt = performance.now()
  const pointer = await campaigns.find(CURRENT)
  if (!pointer) return null
  const same = kept?.inForce.version === pointer.termsVersion && kept.inForce.terms.campaignId === pointer.campaignId
  const inForce = same && kept ? { ...kept.inForce, ...ofPointer(pointer) } : await load(pointer)
  kept = { inForce, askedAt, askedFor: at }
  return inForce
}

/** The terms in force as they are this moment, past the instance's memory. */
export function findTermsInForceNow(): Promise<TermsInForce | null> {
  kept = null
  return findTermsInForce()
}

const near = (one: Instant | null, other: Instant | null): boolean =>
  other === null || (one !== null && Math.abs(one - other) < ASK_AGAIN_MS)

const stopsOf = ({ campaignId, stops = [] }: CampaignPointer): Stop[] =>
  stops.filter((stop) => stop.campaignId === campaignId)

const ofPointer = (pointer: CampaignPointer): Pick<TermsInForce, 'formerly' | 'stops'> => ({
  formerly: pointer.formerly ?? [],
  stops: stopsOf(pointer),
})

async function load(pointer: CampaignPointer): Promise<TermsInForce> {
  const doc = await published.find(termsId(pointer.campaignId, pointer.termsVersion))
  if (!doc) throw new Error(`terms ${pointer.campaignId} version ${pointer.termsVersion} are in force but not stored`)
  const terms = parseTerms(doc.terms)
  return {
    terms,
    layout: doc.layout ?? ownLayout(terms.prizeDraw.prizes, doc.version),
    version: doc.version,
    hash: doc.hash,
    publishedAt: doc.publishedAt,
    ...ofPointer(pointer),
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

/** The terms that decide about something now: those in force, or, for what an earlier campaign gave, those it was given by. */
export const termsFor = (
  { terms }: Pick<TermsInForce, 'terms'>,
  given: { campaignId: string; termsVersion: number },
): Promise<Terms> =>
  terms.campaignId === given.campaignId ? Promise.resolve(terms) : getTerms(given.campaignId, given.termsVersion)

const termsId = (campaignId: string, version: number): string => `${campaignId}.${version}`

/** A published version, without its text. */
export type PublishedTerms = Pick<TermsDoc, 'version' | 'hash' | 'publishedAt'> & {
  /** The version whose shards hold its prizes' stock. */
  stockVersion: number
  change: TermsChange | null
}

/** Published versions of a campaign, the latest first. */
export async function listPublishedTerms(campaignId: string): Promise<PublishedTerms[]> {
  const fields = { version: true, hash: true, publishedAt: true, layout: true, change: true }
  const versions = await published.listAll({ campaignId }, fields)
  return versions
    .map(({ version, hash, publishedAt, layout, change = null }) => ({
      ...{ version, hash, publishedAt, change },
      stockVersion: layout?.termsVersion ?? version,
    }))
    .sort((a, b) => b.version - a.version)
}

/** How long after its replacement no instance can use a version any more: a call's longest and what memory lasts, amply. */
const OUT_OF_USE_MS = 60_000

/**
 * The terms that something may have been drawn under before these came into force, the first ones first: neither those that
 * were stored and never came into force, nor those replaced before the start. One operation, and none where nothing changed.
 */
export async function listEarlierTerms({
  terms,
  version: inForce,
  formerly,
}: TermsInForce): Promise<Pick<TermsInForce, 'terms' | 'version' | 'hash'>[]> {
  const { campaignId } = terms
  const { runsFromAt } = runningPeriod(terms)
  const earlier = new Set(
    formerly
      .filter(({ version, untilAt }) => version !== inForce && untilAt + OUT_OF_USE_MS > runsFromAt)
      .map(({ version }) => version),
  )
  if (earlier.size === 0) return []
  const docs = await published.listAll({ campaignId }, { version: true, hash: true, terms: true })
  return docs
    .filter(({ version }) => earlier.has(version))
    .map(({ version, hash, terms: before }) => ({ version, hash, terms: parseTerms(before) }))
    .sort((a, b) => a.version - b.version)
}

/** The campaign file of a published version, letter by letter; null when there is no such version. */
export async function findSource(campaignId: string, version: number): Promise<string | null> {
  return (await published.find(termsId(campaignId, version)))?.source ?? null
}

/** Stores a new version. False when that version exists: a published version is never written again. */
export function addTerms(doc: Omit<TermsDoc, '_id'>): Promise<boolean> {
  return published.add({ _id: termsId(doc.campaignId, doc.version), ...doc })
}

/** Puts a stored version in force in place of another. False, and nothing written, when that other no longer is. */
export async function replaceTermsInForce(
  { terms: { campaignId }, version, formerly }: TermsInForce,
  termsVersion: number,
  now: Instant,
): Promise<boolean> {
  kept = null
  const replaced = await campaigns.updateWhere(
    { _id: CURRENT, campaignId, termsVersion: version },
    { termsVersion, formerly: command.set([...formerly, { version, untilAt: now }]) },
  )
  return replaced === 1
}

/** Puts a stored version in force: the last step of a publication. */
export async function putTermsInForce(campaignId: string, termsVersion: number, now: Instant): Promise<void> {
  kept = null
  const first = { _id: CURRENT, campaignId, termsVersion, formerly: [], stops: [], switchVersion: 0 }
  if (await campaigns.add(first)) return
  const before = await campaigns.find(CURRENT)
  const formerly =
    before?.campaignId === campaignId
      ? [...ofPointer(before).formerly, { version: before.termsVersion, untilAt: now }]
      : []
  await campaigns.updateWhere({ _id: CURRENT }, { campaignId, termsVersion, formerly: command.set(formerly) })
}

/** How often somebody else may throw a switch at the same moment. */
const ATTEMPTS = 5

/**
 * Changes what is stopped, and answers what it was and has become; `change` answers null where nothing is to be changed.
 * Two operations, and two more each time that somebody else was first; null after five times.
 * @throws Error while another campaign is in force
 */
export async function changeStops(
  campaignId: string,
  change: (stops: readonly Stop[]) => readonly Stop[] | null,
): Promise<{ before: readonly Stop[]; after: readonly Stop[] } | null> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const pointer = await campaigns.find(CURRENT)
    if (pointer?.campaignId !== campaignId) throw new Error(`${campaignId} is not the campaign in force`)
    const { stops = [], switchVersion = 0 } = pointer
    const before = stopsOf(pointer)
    const after = change(before)
    if (after === null) return { before, after: before }
    const others = stops.filter((stop) => stop.campaignId !== campaignId)
    const updated = await campaigns.updateWhere(
      { _id: CURRENT, campaignId, switchVersion: switchVersion === 0 ? command.not(command.gt(0)) : switchVersion },
      { stops: command.set([...others, ...after]), switchVersion: switchVersion + 1 },
    )
    if (updated === 0) continue
    kept = null
    return { before, after }
  }
  return null
}
