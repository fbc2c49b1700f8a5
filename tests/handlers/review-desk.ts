import type { OutputOf } from '#contract/operation'
import { decideReviews, listReviews } from '#contract/review'
import type { StaffMember } from '#store/staff'
import { day } from '#values/days'
import { type CampaignCloud, newNonce, onEighthDay, type Person, person, runningCampaign } from './campaign-cloud'
import { appoint, benefitDocument, bindBy, li, liCar, policyDocument, tellOfBoth, zhang, zhangCar } from './policy-book'

/** The reviewers of the tests, and a campaign with something to review: Li's and Zhang's cash rebates and Li's gift. */
export const reviewer = person('reviewer-a')
export const secondReviewer = person('reviewer-b')
export const branchReviewer = person('reviewer-sf0102')
export const finance = person('finance-a')

const policyOfLi = policyDocument(li, liCar)
const policyOfZhang = policyDocument(zhang, zhangCar, { branchCode: 'SF0102' })
export const rebateOfLi = benefitDocument('renewal-rebate', policyOfLi, { dueOn: day('2026-09-15') })
export const giftOfLi = benefitDocument('gift', policyOfLi, { giftId: 'dash-camera' })
export const rebateOfZhang = benefitDocument('renewal-rebate', policyOfZhang, { waitsSinceAt: onEighthDay + 1 })

/** Takes people of staff on by their role. */
export async function appointAll(
  cloud: CampaignCloud,
  people: readonly (readonly [Person, StaffMember['role'], branchCode?: string])[],
): Promise<void> {
  for (const [{ openid }, role, branchCode] of people) {
    await appoint(cloud, { openid, name: `${openid.slice(7)} 演示`, role, ...(branchCode ? { branchCode } : {}) })
  }
}

export async function reviewDesk(): Promise<CampaignCloud> {
  const cloud = await runningCampaign()
  await tellOfBoth(cloud, [rebateOfLi, giftOfLi, rebateOfZhang])
  await bindBy(cloud, person('lin'), li, liCar)
  await appointAll(cloud, [
    [reviewer, 'reviewer'],
    [secondReviewer, 'reviewer'],
    [branchReviewer, 'reviewer', 'SF0102'],
    [finance, 'finance'],
  ])
  return cloud
}

type Item = OutputOf<typeof listReviews>['items'][number]

export async function itemOf(cloud: CampaignCloud, benefitId: string, by = reviewer): Promise<Item> {
  const { items } = await cloud.get(listReviews, {}, by)
  const item = items.find((one) => one.benefitId === benefitId)
  if (!item) throw new Error(`${benefitId} does not wait for review`)
  return item
}

/** Decides one of the list, as it now stands. */
export async function decide(
  cloud: CampaignCloud,
  benefitId: string,
  verdict: 'approve' | 'refuse',
  { by = reviewer, requestKey = newNonce(), reason = '资料核对无误', version = 1 } = {},
) {
  const { outcomes } = await cloud.get(
    decideReviews,
    { items: [{ benefitId, version }], verdict, reason, requestKey },
    by,
  )
  const [outcome] = outcomes
  if (!outcome) throw new Error('no outcome')
  return outcome
}
