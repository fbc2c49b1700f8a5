import type { OutputOf } from '#contract/operation'
import { listMyDraws } from '#contract/prize-draw'
import { listMyPrizes } from '#contract/prizes'
import { refusalTexts } from '#contract/refusals'
import { manyDraws } from './receipts'
import type { PicturedState } from './state'

const minePage = 'pages/mine/index'
type Prizes = OutputOf<typeof listMyPrizes>
type Draws = OutputOf<typeof listMyDraws>
const prizeStages = ['to-fill', 'returned', 'submitted', 'verified', 'handed-over', 'expired'] as const

/** 我的 with little, much and old in it, and its sheets. */
export const mineStates: readonly PicturedState[] = [
  {
    ...{ name: '我的-还没有奖品', path: minePage, whole: true },
    answers: {
      [listMyPrizes.name]: { change: (mine: Prizes) => ({ ...mine, prizes: [] }) },
      [listMyDraws.name]: { change: (mine: Draws) => ({ ...mine, draws: [] }) },
    },
  },
  {
    ...{ name: '我的-奖品的各种状态', path: minePage, whole: true },
    answers: {
      [listMyPrizes.name]: {
        change: (mine: Prizes) => ({
          ...mine,
          prizes: mine.prizes.map((prize, index) => ({ ...prize, stage: prizeStages[index] ?? 'to-fill' })),
        }),
      },
    },
  },
  {
    ...{ name: '我的-六十天', path: minePage, whole: true },
    answers: { [listMyDraws.name]: { change: (mine: Draws) => ({ ...mine, draws: manyDraws(60) }) } },
  },
  {
    ...{ name: '我的-抽奖记录没有打开', path: minePage, whole: true },
    answers: { [listMyDraws.name]: { refused: 'unavailable', message: refusalTexts.unavailable } },
    act: (phone) => phone.see('重新加载'),
  },
  {
    ...{ name: '我的-明细', path: minePage },
    async act(phone) {
      await phone.tap('35 元洗车抵用券的明细，展开')
      await phone.see('收起明细')
    },
  },
  {
    ...{ name: '我的-凭证', path: minePage },
    async act(phone) {
      await phone.tap('10:00')
      await phone.see('复制凭证全文')
    },
  },
  {
    ...{ name: '我的-当天的凭证', path: minePage },
    answers: { [listMyDraws.name]: { change: (mine: Draws) => ({ ...mine, draws: manyDraws(1) }) } },
    async act(phone) {
      await phone.tap('10:03')
      await phone.see('了解如何验证')
    },
  },
]
