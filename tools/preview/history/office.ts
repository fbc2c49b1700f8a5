import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { requestDeletion } from '#contract/my-data'
import { approveProposal } from '#contract/proposals'
import { startSwitch, stopSwitch } from '#contract/switches'
import { changeTerms } from '#contract/terms'
import type { LocalCloud } from '#localcloud/local-cloud'
import type { Terms } from '#rules/campaign/terms'
import { type Asker, ask, tryToAsk } from '../ask'
import { demoCampaign } from '../demo-campaign'
import { admins } from '../people'
import type { BoundHolder } from './holders'

const HALF_AN_HOUR_MS = 1_800_000

/** One evening a coupon is stopped and started again, so that 开关 has something to tell. */
export async function stopForHalfAnHour(cloud: LocalCloud, { prizeDraw }: Terms, by: Asker): Promise<void> {
  const coupon = prizeDraw.prizes.find(({ delivery }) => delivery === 'coupon')
  if (!coupon) return
  const what = `prize:${coupon.prizeId}`
  await ask(cloud, by, stopSwitch, { what, why: '合作门店系统升级，暂时验不了券' })
  cloud.clock.set(cloud.clock.now() + HALF_AN_HOUR_MS)
  await ask(cloud, by, startSwitch, { what, why: '升级完成，门店确认可以验券' })
}

/** More of the first gift: favourable, so one admin proposes it and the other agrees. */
export async function changeTermsTogether(cloud: LocalCloud): Promise<void> {
  const [proposer, approver] = admins
  const text = readFileSync(demoCampaign, 'utf8').replace(/quantity: 1500\b/, 'quantity: 1600')
  const reason = '供应商追加 100 件车载吸尘器，多给客户'
  const requestKey = randomBytes(16).toString('hex')
  const done = await ask(cloud, proposer, changeTerms, { file: 'demo.yaml', text, reason, requestKey })
  if (done.kind !== 'proposed') throw new Error(`the demo's second version was ${done.kind}`)
  await ask(cloud, approver, approveProposal, { proposalId: done.proposalId })
}

/** One holder asks to be forgotten: the first of whom nothing is being paid. Nobody of them comes again after that. */
export async function askToBeForgotten(cloud: LocalCloud, bound: readonly BoundHolder[]): Promise<void> {
  for (const holder of bound) if ((await tryToAsk(cloud, holder, requestDeletion, { understood: true })).ok) return
}
