import { lookUpCustomer } from '#contract/customer-code'
import type { OutputOf } from '#contract/operation'
import { handOverPrize, listHandOvers, lookUpPrize, undoHandOver } from '#contract/prize-counter'
import { callPatiently } from './call'
import { useReading } from './use-reading'

export type FoundPrize = OutputOf<typeof lookUpPrize>
export type HandedOver = OutputOf<typeof handOverPrize>
export type FoundCustomer = OutputOf<typeof lookUpCustomer>
export type HandOvers = OutputOf<typeof listHandOvers>

/** 发奖, for branch people: first which prize the code is for. Changes nothing. */
export const findPrize = (code: string) => callPatiently(lookUpPrize, { code })
/** 当面发奖. Safe to repeat by its key: handed over once. */
export const handOver = (code: string, requestKey: string) => callPatiently(handOverPrize, { code, requestKey })
export const takeHandOverBack = (benefitId: string, why: string) => callPatiently(undoHandOver, { benefitId, why })

/** Who shows the code, and what the branch can do for them. */
export const findCustomer = (code: string) => callPatiently(lookUpCustomer, { code })

/** Today's hand-overs of this person's branch. */
export const useHandOvers = () => useReading(listHandOvers, {})
