import type { OutputOf } from '#contract/operation'
import { listMyPrizes } from '#contract/prizes'
import { useReading } from './use-reading'

export type { MyPrize } from '#contract/prizes'
export type PrizeNotice = OutputOf<typeof listMyPrizes>['notices'][number]

/** 我的奖品: what the customer has won, its state and what comes next. */
export const useMyPrizes = () => useReading(listMyPrizes, {})
