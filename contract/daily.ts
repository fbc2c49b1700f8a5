import * as v from 'valibot'
import { operation } from './operation'
import { countSchema, daySchema, fenSchema, instantSchema } from './scalars'

export const dayFiguresSchema = v.object({
  on: daySchema,
  /** Before the day's end it is the day so far. */
  countedAt: instantSchema,
  drawers: countSchema,
  draws: countSchema,
  wins: countSchema,
  shares: countSchema,
  newPolicies: countSchema,
  transfers: countSchema,
  renewals: countSchema,
  newPremiumFen: fenSchema,
  renewalPremiumFen: fenSchema,
  newCustomers: countSchema,
  referrals: countSchema,
  due: countSchema,
  renewedInTime: countSchema,
})
export type DayOfCampaign = v.InferOutput<typeof dayFiguresSchema>

/** A share in basis points. */
const shareSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

/** 每日数据: each day of the campaign so far as it was last counted (§7), and how the goals stand (§2, §9). */
export const readDaily = operation({
  name: 'daily.read',
  door: 'staff',
  input: v.strictObject({}),
  output: v.object({
    now: instantSchema,
    startsOn: daySchema,
    endsOn: daySchema,
    /** The earliest first. */
    days: v.array(dayFiguresSchema),
    goals: v.object({
      newCustomers: v.object({
        /** Null where nobody is judged to be a new customer. */
        soFar: v.nullable(countSchema),
        goal: countSchema,
        before: countSchema,
        growthBps: shareSchema,
      }),
      renewalRate: v.object({
        /** Null until the first policy fell due. */
        soFarBps: v.nullable(shareSchema),
        goalBps: shareSchema,
        due: countSchema,
        renewed: countSchema,
      }),
    }),
  }),
  refusals: ['campaign-not-published', 'not-allowed'],
})
