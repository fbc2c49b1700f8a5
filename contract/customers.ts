import * as v from 'valibot'
import { phoneSchema } from './binding'
import { statementLineSchema } from './offers'
import { operation } from './operation'
import { benefitStatusSchema } from './prizes'
import { reasonSchema, requestKeySchema } from './reason'
import { countSchema, daySchema, fenSchema, instantSchema, pseudonymSchema } from './scalars'

const plateSchema = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.minLength(7, '请输入完整车牌号'), v.maxLength(8))

/** How staff look for a customer: by something that the customer tells them, never by leafing through. */
export const customerSearchSchema = v.variant('by', [
  v.strictObject({ by: v.literal('phone'), phone: phoneSchema }),
  v.strictObject({ by: v.literal('plate'), plate: plateSchema }),
  v.strictObject({
    by: v.literal('name'),
    name: v.pipe(v.string(), v.trim(), v.minLength(2, '请输入完整姓名或名称'), v.maxLength(60)),
    idTail: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[0-9A-Z]{4}$/, '请输入证件号后 4 位')),
  }),
  v.strictObject({
    by: v.literal('policy'),
    policyNumber: v.pipe(v.string(), v.trim(), v.regex(/^[A-Za-z0-9-]{6,40}$/, '请输入完整保单号')),
  }),
  /** 我的信息里的“您的编号”. */
  v.strictObject({ by: v.literal('account'), account: pseudonymSchema }),
])
export type CustomerSearch = v.InferOutput<typeof customerSearchSchema>

/** A policyholder by an id that says nothing, or a WeChat account that has bound no policy. */
const customerIdSchema = v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{32}|[a-z2-7]{16})$/))

export const foundCustomerSchema = v.object({
  customerId: v.string(),
  /** Masked; null for an account without a policy. */
  name: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  plates: v.array(v.string()),
  policies: countSchema,
})

/** Masked. Limited for each member of staff, and logged whether it finds anybody or not. */
export const findCustomers = operation({
  name: 'customers.find',
  door: 'staff',
  input: customerSearchSchema,
  output: v.object({ customers: v.array(foundCustomerSchema), leftToday: countSchema }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'too-many-look-ups'],
})

/** What can be shown in the clear, to whom it is needed. */
export const unmaskable = {
  name: '姓名',
  phone: '手机号',
  'id-number': '证件号',
  plate: '车牌号',
  vin: '车架号',
  'bank-card': '银行卡号',
} as const
export const unmaskableSchema = v.picklist(['name', 'phone', 'id-number', 'plate', 'vin', 'bank-card'])
export type Unmaskable = v.InferOutput<typeof unmaskableSchema>

const benefitSchema = v.object({
  benefitId: v.string(),
  title: v.string(),
  clause: v.string(),
  amountFen: v.nullable(fenSchema),
  status: benefitStatusSchema,
  dueOn: v.nullable(daySchema),
  grantedAt: instantSchema,
  statement: v.array(statementLineSchema),
})

/** Everything about one customer, masked. A branch person sees what is of the own branch. */
export const readCustomer = operation({
  name: 'customers.read',
  door: 'staff',
  input: v.strictObject({ customerId: customerIdSchema }),
  output: v.object({
    customerId: v.string(),
    name: v.nullable(v.string()),
    phone: v.nullable(v.string()),
    idNumber: v.nullable(v.string()),
    /** A purse in WeChat has no tail: there is no number to read. */
    bankAccount: v.nullable(v.object({ bankName: v.string(), tail: v.string() })),
    accounts: v.array(v.object({ account: v.string(), boundAt: v.nullable(instantSchema) })),
    vehicles: v.array(v.object({ vehicleId: v.string(), plate: v.string(), vehicleType: v.string() })),
    policies: v.array(
      v.object({
        policyNumber: v.string(),
        plate: v.string(),
        branchName: v.string(),
        state: v.picklist(['in-force', 'cancelled']),
        coverStartsOn: daySchema,
        coverEndsOn: daySchema,
        commercialPremiumFen: fenSchema,
      }),
    ),
    benefits: v.array(benefitSchema),
    prizes: v.array(
      v.object({ benefitId: v.string(), name: v.string(), status: benefitStatusSchema, wonAt: instantSchema }),
    ),
    draws: countSchema,
    leads: v.array(v.object({ bookedAt: instantSchema, branchName: v.string(), phone: v.string() })),
    deletion: v.nullable(
      v.object({ account: v.string(), requestedAt: instantSchema, dueOn: daySchema, done: v.boolean() }),
    ),
    /** The latest first; the customer reads the same in 我的信息. */
    accesses: v.array(v.object({ at: instantSchema, who: v.string(), field: v.string(), why: v.string() })),
    mayUnmask: v.array(unmaskableSchema),
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'customer-unknown', 'too-many-look-ups'],
})
export type CustomerPicture = v.InferOutput<typeof readCustomer.output>

/** One field in the clear, with a reason; the customer sees in 我的信息 that staff looked, at what and why. */
export const unmaskField = operation({
  name: 'customers.unmask',
  door: 'staff',
  input: v.strictObject({
    customerId: customerIdSchema,
    field: unmaskableSchema,
    /** Of the plate or the VIN. */
    vehicleId: v.optional(v.string()),
    why: reasonSchema,
  }),
  output: v.object({ value: v.string() }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'customer-unknown', 'too-many-look-ups'],
})

const deletionRowSchema = v.object({
  what: v.string(),
  delete: v.boolean(),
  /** Why it must be kept, and until when; why it goes. */
  why: v.string(),
  until: v.nullable(v.string()),
})
export type DeletionRow = v.InferOutput<typeof deletionRowSchema>

/** 删除申请 (个人信息保护法 §47): those that wait for an answer, the earliest due first, or those that were answered, the latest first. */
export const listDeletions = operation({
  name: 'deletions.list',
  door: 'staff',
  input: v.strictObject({
    done: v.boolean(),
    cursor: v.optional(v.nullable(v.pipe(v.string(), v.maxLength(100))), null),
  }),
  output: v.object({
    now: instantSchema,
    requests: v.array(
      v.object({
        account: v.string(),
        name: v.nullable(v.string()),
        requestedAt: instantSchema,
        dueOn: daySchema,
        overdue: v.boolean(),
        state: v.picklist(['requested', 'proposed', 'done']),
        doneAt: v.nullable(instantSchema),
        /** What goes, and what the law keeps. */
        plan: v.array(deletionRowSchema),
      }),
    ),
    next: v.nullable(v.string()),
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published'],
})

/** Proposes to carry a deletion out; a second person approves. */
export const proposeDeletion = operation({
  name: 'deletions.propose',
  door: 'staff',
  input: v.strictObject({ account: pseudonymSchema, reason: reasonSchema, requestKey: requestKeySchema }),
  output: v.object({ proposalId: v.string() }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'deletion-unknown', 'bank-account-in-use'],
})
