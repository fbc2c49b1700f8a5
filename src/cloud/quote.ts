import type { InputOf } from '#contract/operation'
import { quotePremium } from '#contract/quote'
import { callPatiently } from './call'

export type { Quote } from '#contract/quote'
export type QuotedVehicle = InputOf<typeof quotePremium>

/** 试算: indicative, and safe to ask again. */
export const quote = (vehicle: QuotedVehicle) => callPatiently(quotePremium, vehicle)
