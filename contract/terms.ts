import * as v from 'valibot'
import { phaseSchema } from './campaign'
import { operation } from './operation'
import { reasonSchema } from './reason'
import { countSchema, digestSchema, instantSchema, requestKeySchema } from './scalars'

/** One thing that two versions say differently, and how it stands to those who take part. */
export const differenceSchema = v.object({
  path: v.string(),
  clause: v.nullable(v.string()),
  label: v.string(),
  /** As it is written in the campaign file; null where there was, or is, no such item. */
  before: v.nullable(v.string()),
  after: v.nullable(v.string()),
  judgement: v.picklist(['favourable', 'neutral', 'unfavourable']),
  why: v.string(),
})
export type Difference = v.InferOutput<typeof differenceSchema>

export const judgementTexts = { favourable: '有利', neutral: '无关', unfavourable: '不利' } as const

const versionSchema = v.object({
  version: countSchema,
  hash: digestSchema,
  publishedAt: instantSchema,
  inForce: v.boolean(),
  /** Names of who proposed and who approved it; none for what was published before the start. */
  by: v.array(v.string()),
  why: v.nullable(v.string()),
})

const rowSchema = v.object({ path: v.string(), label: v.string(), clause: v.nullable(v.string()), value: v.string() })
export type TermsRow = v.InferOutput<typeof rowSchema>

/** A published version, the one in force if none is named: every field with its clause, the file itself, and all versions. */
export const readTerms = operation({
  name: 'terms.read',
  door: 'staff',
  input: v.strictObject({ version: v.optional(v.nullable(countSchema), null) }),
  output: v.object({
    campaignTitle: v.string(),
    phase: phaseSchema,
    now: instantSchema,
    version: countSchema,
    source: v.string(),
    sections: v.array(v.object({ title: v.string(), clause: v.nullable(v.string()), rows: v.array(rowSchema) })),
    versions: v.array(versionSchema),
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'terms-unknown'],
})

/** What two published versions say differently. */
export const compareVersions = operation({
  name: 'terms.compare',
  door: 'staff',
  input: v.strictObject({ from: countSchema, to: countSchema }),
  output: v.object({ differences: v.array(differenceSchema) }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'terms-unknown'],
})

const fileSchema = {
  /** Only the name shown with the problems. */
  file: v.pipe(v.string(), v.maxLength(200)),
  text: v.pipe(v.string(), v.maxLength(500_000)),
}

/** What publishing a file over the running campaign would mean. Nothing is written. */
export const checkTerms = operation({
  name: 'terms.check',
  door: 'staff',
  input: v.strictObject(fileSchema),
  output: v.variant('kind', [
    v.object({
      kind: v.literal('problems'),
      problems: v.array(
        v.object({ line: countSchema, column: countSchema, path: v.string(), message: v.string(), remedy: v.string() }),
      ),
    }),
    v.object({
      kind: v.literal('compared'),
      /** `reason`: published at once; `second-person`: proposed; `blocked`: something is unfavourable. */
      decision: v.picklist(['nothing', 'reason', 'second-person', 'blocked']),
      differences: v.array(differenceSchema),
    }),
  ]),
  refusals: [
    'not-signed-in',
    'not-allowed',
    'campaign-not-published',
    'terms-other-campaign',
    'terms-before-start',
    'campaign-over',
  ],
})

/**
 * Changes the terms over the running campaign (规范促销行为暂行规定): what concerns nobody at once, what is favourable once a second
 * admin has approved it, what is unfavourable never. What was granted before keeps its version.
 */
export const changeTerms = operation({
  name: 'terms.change',
  door: 'staff',
  input: v.strictObject({ ...fileSchema, reason: reasonSchema, requestKey: requestKeySchema }),
  output: v.variant('kind', [
    v.object({ kind: v.literal('unchanged'), version: countSchema }),
    v.object({ kind: v.literal('published'), version: countSchema }),
    v.object({ kind: v.literal('proposed'), proposalId: v.string() }),
  ]),
  refusals: [...checkTerms.refusals, 'terms-invalid', 'terms-unfavourable', 'terms-moved-on'],
})
