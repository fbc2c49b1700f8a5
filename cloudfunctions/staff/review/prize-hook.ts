import { tellOf } from '#decisions/tell'
import { handOverDueOn } from '#rules/prize-collection/promise'
import { findPrizeCollection } from '#store/prize-collections'
import { dayOf, formatInstant } from '#values/days'
import type { ReviewHook } from './review-hook'

const ways = { code: '电子券', delivery: '快递', 'in-person': '到网点领取' } as const

/** 领奖信息 verified: from that day the hand-over is promised. Refused: its winner reads why. */
export const prizeHook: ReviewHook = {
  rules: ['prize-draw'],
  promise: (_benefit, { terms, now }) => handOverDueOn(terms, dayOf(now)),
  async after(benefit, step, { terms }) {
    if (benefit.rule !== 'prize-draw' || step !== 'refused' || benefit.status.kind !== 'refused') return
    const { at, why } = benefit.status
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
