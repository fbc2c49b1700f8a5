import * as v from 'valibot'
import { budget } from './terms/budget'
import { eligibility } from './terms/eligibility'
import { evaluation } from './terms/evaluation'
import { code, flag, group, text } from './terms/fields'
import { goals } from './terms/goals'
import { firstYearRebate, newCustomerDiscount, servicePack } from './terms/new-customer'
import { branches, offerLimits, rounding } from './terms/offers'
import { contingency, operations } from './terms/operations'
import { organiser, personalData } from './terms/organiser'
import { period, workingDays } from './terms/period'
import { prizeDraw } from './terms/prize-draw'
import { promotion } from './terms/promotion'
import { referralReward } from './terms/referral-reward'
import { gift, renewalDiscount, renewalRebate } from './terms/renewal'
import { risk } from './terms/risk'

/** The whole campaign plan, §2 to §10, as data. One campaign file holds one of these. */
export const termsSchema = group('活动条款', null, {
  campaignId: code('活动编号', null, /^[a-z0-9-]{3,40}$/, '小写字母、数字和连字符，3 到 40 位'),
  demo: flag('是否演示活动', null, 'true 时各页面标明“演示”'),
  title: text('活动名称', null),
  organiser,
  goals,
  period,
  workingDays,
  eligibility,
  rounding,
  offerLimits,
  newCustomerDiscount,
  firstYearRebate,
  servicePack,
  renewalDiscount,
  renewalRebate,
  gift,
  referralReward,
  prizeDraw,
  promotion,
  branches,
  operations,
  budget,
  evaluation,
  risk,
  contingency,
  personalData,
})

/** The published terms of one campaign, in fen, basis points, parts per million and days. */
export type Terms = v.InferOutput<typeof termsSchema>
export type RateTable = Terms['newCustomerDiscount']['rating']['tables'][number]
export type PrizeDrawTerms = Terms['prizeDraw']
export type PrizeTerms = PrizeDrawTerms['prizes'][number]

/**
 * Stored terms back into their type.
 * @throws ValiError when the stored value is not complete terms; a campaign file is checked by `checkCampaignFile` instead
 */
export function parseTerms(stored: unknown): Terms {
  return v.parse(termsSchema, stored)
}
