import * as v from 'valibot'
import { operation } from './operation'
import { countSchema } from './scalars'
import { scrubbed } from './scrub'

/** The most entries in one batch. Twenty of the longest stay below what the door accepts. */
export const ENTRIES_A_BATCH = 20
/** Characters of an error's texts. */
export const errorSizes = { name: 40, message: 200, stack: 1000 } as const

/** Longer than ten minutes is told as ten minutes. */
export const LONGEST_MS = 600_000
const millisecondsSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LONGEST_MS))

/** Scrubbed here as well as on the phone: nobody need trust a phone for what is kept in a log. */
const textSchema = (longest: number) =>
  v.pipe(
    v.string(),
    v.maxLength(longest),
    v.transform((text) => scrubbed(text, longest)),
  )
/** `packages/rules/pages/index`, never its query; `app` before there is a page. */
const pageSchema = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z-]{1,24}(\/[a-z-]{1,24}){0,5}$/))
/** As it is uploaded; outside a release WeChat knows no number, only which edition it is. */
export const appVersionSchema = v.pipe(v.string(), v.regex(/^(\d{1,4}(\.\d{1,3}){1,2}|develop|trial|preview|unknown)$/))
export const libraryVersionSchema = v.pipe(v.string(), v.regex(/^(\d{1,2}(\.\d{1,3}){1,3}|none|unknown)$/))

/** Failures that are ours to mend. A refusal that tells a customer the rules is an answer, not a failure. */
export const failureCodes = ['offline', 'busy', 'unavailable', 'input-invalid', 'operation-unknown'] as const
export type ReportedFailure = (typeof failureCodes)[number]

const entrySchema = v.variant('kind', [
  v.strictObject({
    kind: v.literal('error'),
    page: pageSchema,
    name: textSchema(errorSizes.name),
    message: textSchema(errorSizes.message),
    stack: textSchema(errorSizes.stack),
  }),
  v.strictObject({
    kind: v.literal('failed-call'),
    page: pageSchema,
    operation: v.pipe(v.string(), v.regex(/^[a-z-]{1,24}\.[a-z-]{1,24}$/)),
    code: v.picklist(failureCodes),
    durationMs: millisecondsSchema,
  }),
  v.strictObject({ kind: v.literal('slow-page'), page: pageSchema, contentAfterMs: millisecondsSchema }),
])
export type HealthEntry = v.InferOutput<typeof entrySchema>

/** What went wrong on a phone. Holds nothing of the person; nothing the campaign decides rests on it. */
export const reportHealth = operation({
  name: 'health.report',
  input: v.strictObject({
    appVersion: appVersionSchema,
    libraryVersion: libraryVersionSchema,
    entries: v.pipe(v.array(entrySchema), v.minLength(1), v.maxLength(ENTRIES_A_BATCH)),
  }),
  /** `kept: 0`: the cloud had enough of them and passed this batch over. */
  output: v.object({ received: countSchema, kept: countSchema }),
})
