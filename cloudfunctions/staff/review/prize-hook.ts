import { tellOf } from '#decisions/tell'
import type { PrizeBenefit } from '#rules/benefit/benefit'
import type { Terms } from '#rules/campaign/terms'
import { handOverDueOn } from '#rules/prize-collection/promise'
import { dismissNoticesAbout } from '#store/notices'
import { findPrizeCollection } from '#store/prize-collections'
import { dayOf, formatInstant, type Instant } from '#values/days'
import type { ReviewHook } from './review-hook'

const ways = { code: '电子券', delivery: '快递', 'in-person': '到网点领取' } as const

/** 领奖信息 verified: from that day the hand-over is promised, and who fetches it reads where. Refused: its winner reads why. */
export const prizeHook: ReviewHook = {
  rules: ['prize-draw'],
  promise: (_benefit, { terms, now }) => handOverDueOn(terms, dayOf(now)),
  async after(benefit, step, { terms, now }) {
    if (benefit.rule !== 'prize-draw') return
    const { status } = benefit
    if (step === 'taken-back') await dismissNoticesAbout(benefit._id, ['ready'], now)
    if (step === 'approved' && status.kind === 'approved') await tellWhere(terms, benefit, status.at)
    if (step !== 'refused' || status.kind !== 'refused') return
    const { at, why } = status
    await tellOf(terms, benefit, { occasion: 'returned', which: at, at, title: '没有通过核实', sentence: `${why}。` })
  },
  async evidence(benefit, terms) {
    const details = await findPrizeCollection(benefit._id)
    if (!details) return [{ label: '领奖信息', value: '不用填写' }]
    const branch = terms.branches.find(({ branchCode }) => branchCode === details.branchCode)
    return [
      { label: '领取方式', value: branch ? `到${branch.name}领取` : ways[details.way] },
      { label: '姓名', value: details.nameMask },
      ...(details.phoneMask ? [{ label: '手机号', value: details.phoneMask }] : []),
      ...(details.regionText ? [{ label: '省市区', value: details.regionText }] : []),
      ...(details.idMask ? [{ label: '证件号', value: details.idMask }] : []),
      ...(details.submittedAt ? [{ label: '提交时间', value: formatInstant(details.submittedAt) }] : []),
      ...(details.returned ? [{ label: '曾退回', value: details.returned.why }] : []),
    ]
  },
}

/** Only who fetches the prize at a branch: a parcel or a code is told of when it is on its way. */
async function tellWhere(terms: Terms, benefit: PrizeBenefit, at: Instant): Promise<void> {
  const details = await findPrizeCollection(benefit._id)
  if (details?.way !== 'in-person') return
  const branch = terms.branches.find(({ branchCode }) => branchCode === details.branchCode)?.name ?? '所选网点'
  const sentence = `已核实，请到${branch}，出示领奖码领取。`
  await tellOf(terms, benefit, { occasion: 'ready', which: at, at, title: '可以领取', sentence, on: benefit.dueOn })
}
