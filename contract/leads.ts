import * as v from 'valibot'
import { normalPlate, plateKindOf } from '#values/plate'
import { phoneSchema } from './binding'
import { operation } from './operation'
import { channelSchema, daySchema, fenSchema, instantSchema } from './scalars'
import { drivingRegionSchema, usageNatureSchema, vehicleTypeSchema } from './vehicle'

/** The branches a customer can choose from, from the terms. */
export const listBranches = operation({
  name: 'leads.branches',
  input: v.object({}),
  output: v.object({
    branches: v.array(v.object({ branchCode: v.string(), name: v.string(), address: v.string(), phone: v.string() })),
  }),
  refusals: ['campaign-not-published'],
})

export const leadKindSchema = v.picklist(['apply', 'renew'])

const isPlate = (plate: string): boolean => plateKindOf(plate) !== null

/** 预约投保 / 预约续保: a branch calls back. The same request key again answers the same lead. */
export const bookVisit = operation({
  name: 'leads.book',
  input: v.strictObject({
    requestKey: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
    kind: leadKindSchema,
    branchCode: v.pipe(v.string(), v.maxLength(32)),
    name: v.pipe(v.string(), v.trim(), v.minLength(1, '请填写称呼'), v.maxLength(20, '最多 20 个字')),
    phone: phoneSchema,
    /** Of the bound vehicle for a renewal. */
    vehicleId: v.optional(v.pipe(v.string(), v.maxLength(64))),
    quoted: v.optional(
      v.strictObject({
        vehicleType: vehicleTypeSchema,
        usageNature: usageNatureSchema,
        drivingRegion: drivingRegionSchema,
        payableFen: v.nullable(fenSchema),
      }),
    ),
    /** Of a car that is not insured here yet, where the customer said it. */
    plate: v.optional(v.pipe(v.string(), v.transform(normalPlate), v.check(isPlate, '请输入完整的车牌号'))),
    channel: v.optional(channelSchema),
    consent: v.literal(true, '请先同意网点与您联系'),
  }),
  output: v.object({
    leadId: v.string(),
    branchName: v.string(),
    branchPhone: v.string(),
    bookedAt: instantSchema,
    /** The branch calls by this day. */
    callsUntilOn: daySchema,
  }),
  refusals: [
    'campaign-not-published',
    'not-signed-in',
    'campaign-over',
    'branch-unknown',
    'vehicle-unknown',
    'too-many-leads',
    'busy',
  ],
})
