import * as v from 'valibot'
import { campaignHeadSchema } from './campaign'
import { operation } from './operation'
import {
  channelSchema,
  countSchema,
  daySchema,
  digestSchema,
  fenSchema,
  instantSchema,
  nonceSchema,
  ppmSchema,
  pseudonymSchema,
} from './scalars'

export const prizeKindSchema = v.picklist(['fuel-card', 'maintenance-coupon', 'car-wash-coupon', 'accessories'])

/** What the terms do when the prize that was hit has run out. */
export const whenOutSchema = v.picklist(['no-prize', 'next-prize'])

/** One prize as the page shows it: odds and stock are open to everybody. */
export const prizeOnShowSchema = v.object({
  prizeId: v.string(),
  kind: prizeKindSchema,
  name: v.string(),
  valueFen: fenSchema,
  oddsPpm: ppmSchema,
  quantity: countSchema,
  left: countSchema,
  /** Whether its winner has to fill in anything; a coupon's code comes by itself. */
  collects: v.optional(v.boolean()),
})
export type PrizeOnShow = v.InferOutput<typeof prizeOnShowSchema>

/** How a draw ended. `out-of-stock`, `limit-reached` and `prize-stopped` say which prize the ticket had hit. */
export const drawOutcomeSchema = v.variant('kind', [
  v.object({ kind: v.literal('won'), prizeId: v.string(), benefitId: v.string() }),
  v.object({ kind: v.literal('none') }),
  v.object({ kind: v.literal('out-of-stock'), prizeId: v.string() }),
  v.object({ kind: v.literal('limit-reached'), prizeId: v.string() }),
  v.object({ kind: v.literal('prize-stopped'), prizeId: v.string() }),
])
export type DrawOutcome = v.InferOutput<typeof drawOutcomeSchema>

/**
 * The customer's proof of one draw. `ticket` follows from the day's seed, pseudonym, day, ordinal and nonce; the seed is
 * published after the day, and then anybody can check it (docs/fair-draw.md).
 */
export const receiptSchema = v.object({
  campaignId: v.string(),
  termsVersion: v.number(),
  termsHash: digestSchema,
  pseudonym: pseudonymSchema,
  on: daySchema,
  /** 1 for the customer's first draw of that day, without gaps. */
  ordinal: v.pipe(v.number(), v.integer(), v.minValue(1)),
  nonce: nonceSchema,
  at: instantSchema,
  /** 0 to 999,999. */
  ticket: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999_999)),
  outcome: drawOutcomeSchema,
})
export type Receipt = v.InferOutput<typeof receiptSchema>

export const chancesSchema = v.object({
  on: daySchema,
  left: countSchema,
  used: countSchema,
  /** First instant of the next day on which a free chance comes; null when the campaign is over by then. */
  nextFreeAt: v.nullable(instantSchema),
  share: v.variant('mode', [
    v.object({ mode: v.literal('off') }),
    /** `available`: not earned today; `granted`: earned today. */
    v.object({
      mode: v.picklist(['on-share', 'on-visit']),
      state: v.picklist(['available', 'granted']),
      shareId: v.string(),
    }),
  ]),
})
export type Chances = v.InferOutput<typeof chancesSchema>

export const followSchema = v.object({
  gate: v.picklist(['off', 'prompt', 'required']),
  /** Known only from the official account's pushes; unknown counts as not following. */
  following: v.boolean(),
  accountName: v.string(),
})

/** Everything the draw page shows first, in one call. Makes the customer known to the campaign on the first visit. */
export const openDrawPage = operation({
  name: 'prize-draw.open',
  input: v.object({ channel: v.optional(channelSchema) }),
  output: v.object({
    campaign: campaignHeadSchema,
    now: instantSchema,
    /** False when staff have stopped the draw; the page says so kindly. */
    drawOpen: v.boolean(),
    chances: chancesSchema,
    follow: followSchema,
    prizes: v.array(prizeOnShowSchema),
    /** Sum of the prizes' odds. */
    winningOddsPpm: ppmSchema,
    /** The eight outer cells of the nine-grid, clockwise from the top left; null is a "thanks" cell. */
    grid: v.pipe(v.array(v.nullable(v.string())), v.length(8)),
    winners: v.array(v.object({ who: v.string(), prizeName: v.string(), at: instantSchema })),
    howTo: v.array(v.string()),
    shareTitle: v.string(),
    latest: v.nullable(receiptSchema),
  }),
  refusals: ['campaign-not-published', 'not-signed-in'],
})

/** 抽奖. The same nonce always gets the same answer, whatever was lost on the way. */
export const draw = operation({
  name: 'prize-draw.draw',
  input: v.strictObject({ nonce: nonceSchema }),
  output: v.object({ receipt: receiptSchema, chances: chancesSchema }),
  refusals: [
    'campaign-not-published',
    'not-signed-in',
    'campaign-not-started',
    'campaign-over',
    'campaign-stopped',
    'draw-stopped',
    'no-chance-left',
    'not-following',
    'busy',
  ],
})

/** 我的抽奖: own draws, the latest first. */
export const listMyDraws = operation({
  name: 'prize-draw.mine',
  input: v.object({}),
  output: v.object({
    campaign: campaignHeadSchema,
    pseudonym: pseudonymSchema,
    draws: v.array(v.object({ receipt: receiptSchema, prizeName: v.nullable(v.string()), seedRevealed: v.boolean() })),
  }),
  refusals: ['campaign-not-published', 'not-signed-in'],
})

/** Stops of the whole campaign, the draw (`prize-draw`) or a prize (`prize:<id>`): from inclusive, until exclusive. */
export const drawStopsSchema = v.array(
  v.object({ what: v.string(), fromAt: instantSchema, untilAt: v.nullable(instantSchema) }),
)

const oddsSchema = v.array(v.object({ prizeId: v.string(), name: v.string(), oddsPpm: ppmSchema }))

/** What one version of the terms says of a draw, with the hash that its receipts name. */
const drawTermsSchema = v.object({
  termsVersion: v.number(),
  termsHash: digestSchema,
  odds: oddsSchema,
  whenOut: whenOutSchema,
})

/** 开奖验证: what was promised before the start, and what has been revealed since. Needs no login. */
export const readFairness = operation({
  name: 'prize-draw.fairness',
  input: v.object({ on: v.optional(daySchema) }),
  output: v.object({
    campaign: campaignHeadSchema,
    /** The end of the hash chain of daily seeds, published with the terms before the start. */
    commitment: digestSchema,
    /** The prizes' odds in the order in which tickets are shared out, by the terms in force. */
    odds: oddsSchema,
    /** What a ticket gives whose prize has run out: nothing, or the next listed prize that is left. */
    whenOut: whenOutSchema,
    /** Terms that were in force before these since the start: what was drawn under them is checked with their odds. */
    earlierTerms: v.optional(v.array(drawTermsSchema), []),
    /** When the draw, or a prize, was stopped: no draw, or no win of it, may be of then. */
    stops: drawStopsSchema,
    days: v.array(v.object({ on: daySchema, dayNumber: v.number(), seed: v.nullable(digestSchema) })),
  }),
  refusals: ['campaign-not-published'],
})
