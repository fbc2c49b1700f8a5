import * as v from 'valibot'
import { operation } from './operation'
import { daySchema, digestSchema, instantSchema } from './scalars'
import { pausedSchema } from './switches'

export const phaseSchema = v.picklist(['preparation', 'warm-up', 'running', 'collection', 'closed'])
export type Phase = v.InferOutput<typeof phaseSchema>

/** What every page's head needs to know of the campaign. All from the published terms. */
export const campaignHeadSchema = v.object({
  campaignId: v.string(),
  title: v.string(),
  organiser: v.string(),
  /** True for a demonstration campaign: pages say so. */
  demo: v.boolean(),
  phase: phaseSchema,
  startsOn: daySchema,
  endsOn: daySchema,
  /** Instants of the running period: from inclusive, until exclusive. */
  runsFromAt: instantSchema,
  runsUntilAt: instantSchema,
  /** Last day on which winners may fill in their collection details. */
  collectUntilOn: daySchema,
  termsVersion: v.number(),
  termsHash: digestSchema,
  /** What staff have stopped for the moment; each page says what concerns it. */
  paused: v.optional(v.array(pausedSchema), []),
})
export type CampaignHead = v.InferOutput<typeof campaignHeadSchema>

/** One part of the rules page. `clause` is the campaign plan's own number where there is one. */
export const rulesSectionSchema = v.object({
  id: v.string(),
  title: v.string(),
  clause: v.nullable(v.string()),
  paragraphs: v.array(v.string()),
  table: v.nullable(v.object({ head: v.array(v.string()), rows: v.array(v.array(v.string())) })),
})
export type RulesSection = v.InferOutput<typeof rulesSectionSchema>

/** 活动规则: all that the law wants disclosed, generated from the terms alone. Needs no login (scene 1154 shows it too). */
export const readRules = operation({
  name: 'campaign.rules',
  input: v.object({}),
  output: v.object({
    campaign: campaignHeadSchema,
    publishedAt: instantSchema,
    summary: v.array(v.string()),
    sections: v.array(rulesSectionSchema),
  }),
  refusals: ['campaign-not-published'],
})
