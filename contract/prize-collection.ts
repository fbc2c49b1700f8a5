import * as v from 'valibot'
import { carriers } from '#values/carriers'
import { isCitizenId } from '#values/id-number'
import { phoneSchema } from './binding'
import { askableTemplateSchema } from './notices'
import { operation } from './operation'
import { prizeKindSchema } from './prize-draw'
import { benefitIdSchema, countSchema, daySchema, fenSchema, instantSchema } from './scalars'
import { codeOnShowSchema } from './shown-code'

/** How a prize reaches its winner (§5.4.4): a code, a parcel, or over a branch's counter. */
export const collectionWaySchema = v.picklist(['code', 'delivery', 'in-person'])
export type CollectionWay = v.InferOutput<typeof collectionWaySchema>

export const collectionFieldSchema = v.picklist(['name', 'phone', 'region', 'address', 'branch', 'idNumber'])

/**
 * How far it is: `to-fill` nothing or a draft, `returned` to be corrected, `submitted` waits to be verified, `verified` waits to be
 * handed over; `code-coming` a coupon whose code is still to be assigned.
 */
export const collectionStageSchema = v.picklist([
  'not-open',
  'to-fill',
  'returned',
  'submitted',
  'verified',
  'code-coming',
  'handed-over',
  'expired',
  'refused',
])
export type CollectionStage = v.InferOutput<typeof collectionStageSchema>

export const carrierSchema = v.picklist(Object.keys(carriers) as (keyof typeof carriers)[], '请选择承运商')

/** How it was handed over, as its winner reads it. */
export const handOverSchema = v.variant('kind', [
  v.object({ kind: v.literal('carrier'), at: instantSchema, carrier: carrierSchema, trackingNumber: v.string() }),
  v.object({ kind: v.literal('in-person'), at: instantSchema, where: v.string() }),
  v.object({
    kind: v.literal('code'),
    at: instantSchema,
    code: v.string(),
    /** The last day on which it is good; null without end. */
    validUntilOn: v.nullable(daySchema),
  }),
])
export type HandOverOnShow = v.InferOutput<typeof handOverSchema>

/** Of the details as they were read; 0 while there are none. */
const versionSchema = countSchema

/** Why nothing can be filled in here and now. */
const fillingRefusals = [
  'campaign-not-published',
  'not-signed-in',
  'prize-unknown',
  'collection-not-needed',
  'collection-not-open',
  'collection-closed',
  'collection-verified',
  'collection-changed',
] as const

/** A prize of one's own: what it needs, how far it is, and what comes next with the day. */
export const openCollection = operation({
  name: 'prize-collection.open',
  input: v.strictObject({ benefitId: benefitIdSchema }),
  output: v.object({
    benefitId: v.string(),
    prize: v.object({
      prizeId: v.string(),
      kind: prizeKindSchema,
      name: v.string(),
      valueFen: fenSchema,
      usage: v.string(),
      deliveryNote: v.string(),
    }),
    stage: collectionStageSchema,
    /** One sentence: what comes next, and by which day. */
    next: v.string(),
    opensOn: daySchema,
    untilOn: daySchema,
    version: versionSchema,
    /** Whether the details may be filled in or changed now. */
    editable: v.boolean(),
    /** What each way asks; the first is the usual one. */
    ways: v.array(v.object({ way: collectionWaySchema, asks: v.array(collectionFieldSchema) })),
    branches: v.array(v.object({ branchCode: v.string(), name: v.string(), address: v.string(), phone: v.string() })),
    /** What this person has filled in so far. The ID number is never shown again: `idMask` stands for it. */
    filled: v.nullable(
      v.object({
        way: collectionWaySchema,
        branchCode: v.nullable(v.string()),
        name: v.string(),
        phone: v.string(),
        region: v.array(v.string()),
        address: v.string(),
        idMask: v.nullable(v.string()),
      }),
    ),
    returned: v.nullable(v.object({ at: instantSchema, why: v.string() })),
    /** Null where no tax is due. */
    tax: v.nullable(
      v.object({
        grossFen: fenSchema,
        withheldFen: fenSchema,
        netFen: fenSchema,
        borneBy: v.picklist(['organiser', 'winner']),
      }),
    ),
    consent: v.object({ recipient: v.array(v.string()), identity: v.array(v.string()) }),
    handOver: v.nullable(handOverSchema),
    /** Templates of subscription messages that may be asked for on a tap; empty where none is set up. */
    templates: v.array(askableTemplateSchema),
    hotline: v.string(),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'prize-unknown'],
})
export type CollectionView = v.InferOutput<typeof openCollection.output>

const draftText = (most: number) => v.optional(v.pipe(v.string(), v.maxLength(most)), '')

/** Keeps what has been filled in so far, whole or not. */
export const saveCollectionDraft = operation({
  name: 'prize-collection.save-draft',
  input: v.strictObject({
    benefitId: benefitIdSchema,
    version: versionSchema,
    way: collectionWaySchema,
    branchCode: draftText(12),
    name: draftText(20),
    phone: draftText(20),
    region: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(30))), v.maxLength(3)), []),
    address: draftText(80),
  }),
  output: v.object({ version: versionSchema, savedAt: instantSchema }),
  refusals: fillingRefusals,
})

const nameSchema = v.pipe(v.string(), v.trim(), v.minLength(2, '请填写真实姓名'), v.maxLength(20, '最多 20 个字'))
const regionSchema = v.pipe(
  v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(30))),
  v.length(3, '请选择省、市、区县'),
)
const addressSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(5, '请写到街道和门牌号'),
  v.maxLength(80, '最多 80 个字'),
)
/** Left out where it was given before and stays as it is. */
const idNumberSchema = v.optional(
  v.pipe(v.string(), v.trim(), v.toUpperCase(), v.check(isCitizenId, '请填写本人 18 位身份证号码')),
)

const common = {
  benefitId: benefitIdSchema,
  version: versionSchema,
  /** Asked apart from everything else and never ticked beforehand. */
  consent: v.literal(true, '请先同意使用领奖信息'),
  /** 单独同意 (PIPL §29) for the ID number, where it is asked. */
  identityConsent: v.optional(v.literal(true, '请先单独同意使用证件号')),
}

/** Submits the details, or changes them until they are verified. */
export const submitCollection = operation({
  name: 'prize-collection.submit',
  input: v.variant('way', [
    v.strictObject({
      way: v.literal('delivery'),
      ...common,
      name: nameSchema,
      phone: phoneSchema,
      region: regionSchema,
      address: addressSchema,
      idNumber: idNumberSchema,
    }),
    v.strictObject({
      way: v.literal('in-person'),
      ...common,
      name: nameSchema,
      phone: phoneSchema,
      branchCode: v.pipe(v.string(), v.minLength(1, '请选择领取的网点'), v.maxLength(12)),
      idNumber: idNumberSchema,
    }),
    v.strictObject({ way: v.literal('code'), ...common, name: nameSchema, idNumber: idNumberSchema }),
  ]),
  output: v.object({
    version: versionSchema,
    submittedAt: instantSchema,
    /** Verified by this day; null where the calendar is not known. */
    verifyDueOn: v.nullable(daySchema),
  }),
  refusals: [...fillingRefusals, 'input-invalid', 'branch-unknown'],
})

/** A short-lived code for the counter at which a prize is handed over. */
export const showPrizeCode = operation({
  name: 'prize-collection.show-code',
  input: v.strictObject({ benefitId: benefitIdSchema }),
  output: codeOnShowSchema,
  refusals: ['campaign-not-published', 'not-signed-in', 'prize-unknown', 'prize-not-ready', 'prize-handed-over'],
})

/** Has it been handed over meanwhile? Asked by the page while the code is open. */
export const readPrizeState = operation({
  name: 'prize-collection.state',
  input: v.strictObject({ benefitId: benefitIdSchema }),
  output: v.object({
    title: v.string(),
    detail: v.string(),
    handedOver: v.nullable(v.object({ at: instantSchema, where: v.string() })),
  }),
  refusals: ['campaign-not-published', 'not-signed-in', 'prize-unknown'],
})
