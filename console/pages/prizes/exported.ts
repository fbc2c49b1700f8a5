import type { GiftItem } from '#contract/gift-hand-over'
import type { PrizeItem } from '#contract/prize-lists'
import { formatInstant } from '#values/days'
import { type Column, yuan } from '../../exports/column'
import { stages, wayNames } from './words'

export const exportedPrizes: readonly Column<PrizeItem>[] = [
  { title: '奖品', of: ({ prizeName }) => prizeName },
  { title: '价值（元）', kind: 'yuan', of: ({ valueFen }) => yuan(valueFen) },
  { title: '状态', of: ({ stage }) => stages[stage].word },
  { title: '领取方式', of: ({ way }) => way && wayNames[way] },
  { title: '领取网点', of: ({ branchName }) => branchName },
  { title: '客户（已脱敏）', of: ({ name }) => name },
  { title: '手机号（已脱敏）', of: ({ phone }) => phone },
  { title: '省市区', of: ({ region }) => region },
  { title: '抽中', of: ({ wonAt }) => formatInstant(wonAt, true) },
  { title: '最迟', of: ({ dueOn }) => dueOn },
  { title: '是否逾期', of: ({ overdue }) => (overdue ? '逾期' : null) },
  { title: '曾退回', of: ({ returnedWhy }) => returnedWhy },
  { title: '发放时间', of: ({ handedOver }) => handedOver && formatInstant(handedOver.at, true) },
  { title: '怎么发放', of: ({ handedOver }) => handedOver?.how ?? null },
  { title: '奖品单号', of: ({ benefitId }) => benefitId },
]

export const exportedGifts: readonly Column<GiftItem>[] = [
  { title: '礼品', of: ({ giftName }) => giftName },
  { title: '来自', of: ({ title }) => title },
  { title: '客户（已脱敏）', of: ({ name }) => name },
  { title: '车牌（已脱敏）', of: ({ plate }) => plate },
  { title: '网点', of: ({ branchName }) => branchName },
  { title: '从何时起', of: ({ waitsSince }) => formatInstant(waitsSince, true) },
  { title: '最迟', of: ({ dueOn }) => dueOn },
  { title: '是否逾期', of: ({ overdue }) => (overdue ? '逾期' : null) },
  { title: '交付时间', of: ({ handedOver }) => handedOver && formatInstant(handedOver.at, true) },
  { title: '怎么交付', of: ({ handedOver }) => handedOver?.how ?? null },
  { title: '编号', of: ({ number }) => number },
]
