import type { OutputOf } from '#contract/operation'
import { listMyDraws, readFairness } from '#contract/prize-draw'
import { useReading } from './use-reading'

export type { DrawOutcome, Receipt } from '#contract/prize-draw'
export type MyDraw = OutputOf<typeof listMyDraws>['draws'][number]
export type Fairness = OutputOf<typeof readFairness>

/** 我的抽奖: own draws with their receipts, the latest first. */
export const useMyDraws = () => useReading(listMyDraws, {})

/** 开奖验证: the commitment made before the start and the days' seeds revealed since. Needs no login. */
export const useFairness = () => useReading(readFairness, {})
