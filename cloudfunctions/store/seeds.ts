import { randomBytes } from 'node:crypto'
import type { SeedChain } from '#rules/prize-draw/seed-chain'
import type { Day, Instant } from '#values/days'
import { collection } from './collection'
import { seal, unseal } from './secrets'

interface SeedChainDoc {
  _id: string
  length: number
  commitment: string
  sealedRoot: string
  createdAt: Instant
}

export interface RevealedSeed {
  _id: string
  campaignId: string
  on: Day
  seed: string
  revealedAt: Instant
}

const chains = collection<SeedChainDoc>('seedChains')
const revealed = collection<RevealedSeed>('revealedSeeds')

const keptChains = new Map<string, SeedChain>()

/** The campaign's chain of daily seeds, from the instance's memory after the first time. @throws Error when there is none */
export async function getSeedChain(campaignId: string): Promise<SeedChain> {
  const kept = keptChains.get(campaignId)
  if (kept) return kept
  const doc = await chains.find(campaignId)
  if (!doc) throw new Error(`campaign ${campaignId} has no seed chain`)
  const chain = { root: unseal(doc.sealedRoot), length: doc.length }
  keptChains.set(campaignId, chain)
  return chain
}

/** The commitment of the campaign's chain, making the chain the first time. */
export async function ensureSeedChain(
  campaignId: string,
  length: number,
  commit: (chain: SeedChain) => string,
  now: Instant,
): Promise<string> {
  const chain = { root: randomBytes(32), length }
  await chains.add({
    _id: campaignId,
    length,
    commitment: commit(chain),
    sealedRoot: seal(chain.root),
    createdAt: now,
  })
  return getCommitment(campaignId)
}

const keptCommitments = new Map<string, string>()

export async function getCommitment(campaignId: string): Promise<string> {
  const kept = keptCommitments.get(campaignId)
  if (kept) return kept
  const doc = await chains.find(campaignId)
  if (!doc) throw new Error(`campaign ${campaignId} has no seed chain`)
  keptCommitments.set(campaignId, doc.commitment)
  return doc.commitment
}

/** False when the day was revealed before. */
export const revealSeed = (campaignId: string, on: Day, seed: Buffer, revealedAt: Instant): Promise<boolean> =>
  revealed.add({ _id: `${campaignId}.${on}`, campaignId, on, seed: seed.toString('hex'), revealedAt })

export const listRevealedSeeds = (campaignId: string): Promise<RevealedSeed[]> => revealed.listAll({ campaignId })
