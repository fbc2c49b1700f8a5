import { decideReviews } from '#contract/review'
import type { PrizeBenefit } from '#rules/benefit/benefit'
import { prizeBenefit } from '#rules/prize-draw/prize-benefit'
import { pseudonymOf } from '#store/secrets'
import { day, startOf } from '#values/days'
import { drawBook } from '../fixtures/draw-book'
import { demoTerms } from '../fixtures/terms'
import { type CampaignCloud, newNonce, type Person } from './campaign-cloud'
import { documentsOf } from './policy-feed'

const terms = demoTerms()

/** A prize that somebody won on the campaign's second day, as the ledger has it. */
export function wonBy(who: Person, prizeId: string, ordinal = 1): PrizeBenefit {
  const pseudonym = pseudonymOf(terms.campaignId, who.openid)
  const on = day('2026-09-02')
  const book = drawBook({
    _id: `${terms.campaignId}.${pseudonym}`,
    campaignId: terms.campaignId,
    pseudonym,
    openid: who.openid,
  })
  const benefitId = [terms.campaignId, pseudonym, on, ordinal].join('.')
  const shardId = `${terms.campaignId}.v1.${prizeId}.0`
  const benefit = prizeBenefit(
    terms,
    book,
    {
      ...{
        on,
        ordinal,
        nonce: newNonce(),
        at: startOf(on) + 36_000_000,
        ticket: 1,
        termsVersion: 1,
        termsHash: '0'.repeat(64),
      },
      outcome: { kind: 'won', prizeId, benefitId, reservation: { shardId, reservationId: `${benefitId}@1@test` } },
    },
    0,
  )
  if (!benefit) throw new Error('a win brings a benefit')
  return benefit
}

/** The ledger's entry as it stands now. */
export async function ledgerOf(cloud: CampaignCloud, benefitId: string): Promise<PrizeBenefit> {
  const found = (await documentsOf(cloud, 'benefits')).find(({ _id }) => _id === benefitId)
  if (!found) throw new Error(`${benefitId} is not in the ledger`)
  return found as unknown as PrizeBenefit
}

/** A reviewer's decision on one prize. */
export async function review(
  cloud: CampaignCloud,
  by: Person,
  benefitId: string,
  verdict: 'approve' | 'refuse' = 'approve',
): Promise<string> {
  const { version } = await ledgerOf(cloud, benefitId)
  const { outcomes } = await cloud.get(
    decideReviews,
    { items: [{ benefitId, version }], verdict, reason: '资料齐全', requestKey: newNonce() },
    by,
  )
  return outcomes[0]?.outcome ?? 'none'
}

/** What a winner fills in for a parcel. Plainly invented. */
export const parcelTo = (benefitId: string, version = 0) => ({
  way: 'delivery' as const,
  benefitId,
  version,
  consent: true as const,
  name: '林演示',
  phone: '13800001234',
  region: ['示范省', '示范市', '示范区'],
  address: '演示路 1 号 2 单元 301',
})

/** Fetched at a branch. */
export const fetchedAt = (benefitId: string, branchCode = 'SF0101', version = 0) => ({
  way: 'in-person' as const,
  benefitId,
  version,
  consent: true as const,
  name: '林演示',
  phone: '13800001234',
  branchCode,
})
