import type { EventMessage } from '#contract/policy-columns'
import { acceptInvitation, openInvitation, openReferral } from '#contract/referral'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { eventMessage } from '../fixtures/policy-event'
import type { CampaignCloud, Person } from './campaign-cloud'
import { buttonCode, type Someone } from './policy-book'
import { documentsOf } from './policy-feed'

/** Real numbers' checksums, nobody's numbers. */
export const wang: Someone = { name: '王示例', idNumber: '11010519491231002X', phone: '13900006666' }
export const zhao: Someone = { name: '赵示例', idNumber: '110105194912310038', phone: '13700007777' }

/** A new customer's policy, issued on the eighth day at eleven. */
export const issued = (holder: Someone, changes: EventMessage = {}): EventMessage =>
  eventMessage({
    policyNumber: 'PDZA202600000099',
    issuedAt: '2026-09-08 11:00',
    holderName: holder.name,
    holderIdNumber: holder.idNumber,
    holderPhone: holder.phone,
    plateNumber: '京A80099',
    ...changes,
  })

/** The code of somebody who may refer. */
export async function codeOf(cloud: CampaignCloud, who: Person, channel?: string): Promise<string> {
  const { standing } = await cloud.get(openReferral, channel === undefined ? {} : { channel }, who)
  if (standing.kind !== 'may') throw new Error(standing.advice)
  return standing.code
}

/** Accepts with WeChat's button on that phone. */
export async function accept(cloud: CampaignCloud, who: Person, phone: string) {
  return cloud.ask(acceptInvitation, { phone: { kind: 'wechat', code: await buttonCode(cloud, phone) } }, who)
}

/** Opens and accepts. */
export async function invite(cloud: CampaignCloud, code: string, who: Person, { phone }: Someone): Promise<void> {
  await cloud.get(openInvitation, { code }, who)
  const accepted = await accept(cloud, who, phone)
  if (!accepted.ok) throw new Error(accepted.code)
}

/** The ledger's rewards, as they are stored. */
export async function rewardsIn(cloud: CampaignCloud): Promise<PolicyBenefit[]> {
  const all = await documentsOf(cloud, 'benefits')
  return all.filter(({ rule }) => rule === 'referral-reward') as unknown as PolicyBenefit[]
}
