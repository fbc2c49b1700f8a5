import { handOverGift, listGifts, undoGiftHandOver } from '#contract/gift-hand-over'
import type { OutputOf } from '#contract/operation'
import { callPatiently } from './call'
import type { FoundCustomer } from './prize-hand-over'
import { useReading } from './use-reading'

/** A gift that waits for the customer whose code was shown. */
export type WaitingGift = FoundCustomer['gifts'][number]
export type GivenGift = OutputOf<typeof handOverGift>
export type Gifts = OutputOf<typeof listGifts>

/** 交付礼品. Safe to repeat by its key: handed over once. */
export const giveGift = (benefitId: string, code: string, requestKey: string) =>
  callPatiently(handOverGift, { benefitId, code, requestKey })
export const takeGiftBack = (benefitId: string, why: string) => callPatiently(undoGiftHandOver, { benefitId, why })

/** What this person's branch has handed over, the latest first. */
export const useGivenGifts = () => useReading(listGifts, { list: 'handed-over', cursor: null })
