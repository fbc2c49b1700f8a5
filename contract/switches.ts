import * as v from 'valibot'
import { operation } from './operation'
import { countSchema, instantSchema } from './scalars'

/** What can be stopped: `campaign`, `prize-draw`, a benefit by its rule, `prize:<id>`. */
const targetSchema = v.pipe(v.string(), v.regex(/^(?:[a-z-]{2,40}|prize:[a-z0-9-]{2,32})$/))
const whySchema = v.pipe(v.string(), v.trim(), v.minLength(4, '请写明原因，至少 4 个字'), v.maxLength(200))

/** Something that is stopped, as every page may say it. */
export const pausedSchema = v.object({ what: v.string(), title: v.string(), sentence: v.string() })

const signedSchema = v.object({ at: instantSchema, by: v.string(), why: v.string() })
const stopSchema = v.object({
  /** When it holds: from inclusive, until exclusive. */
  fromAt: instantSchema,
  untilAt: v.nullable(instantSchema),
  stopped: signedSchema,
  started: v.nullable(signedSchema),
})

export const switchSchema = v.object({
  what: v.string(),
  title: v.string(),
  clause: v.nullable(v.string()),
  /** `stopping` and `starting`: ordered, and to hold within ten seconds. */
  state: v.picklist(['on', 'stopping', 'stopped', 'starting']),
  /** Set where the whole campaign, or the draw of a prize, is stopped: then it gives nothing either. */
  stoppedWith: v.nullable(v.string()),
  customersRead: v.string(),
  /** The latest first. */
  stops: v.array(stopSchema),
})
export type Switch = v.InferOutput<typeof switchSchema>

/** Every benefit, prize and the campaign: whether it gives, and every stop with who, when and why. */
export const listSwitches = operation({
  name: 'switches.list',
  door: 'staff',
  input: v.strictObject({}),
  output: v.object({
    campaignTitle: v.string(),
    now: instantSchema,
    leadMs: countSchema,
    switches: v.array(switchSchema),
  }),
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published'],
})

const order = {
  door: 'staff',
  input: v.strictObject({ what: targetSchema, why: whySchema }),
  output: switchSchema,
  refusals: ['not-signed-in', 'not-allowed', 'campaign-not-published', 'switch-unknown', 'busy'],
} as const

/** Stops it for everybody. Again is the same: the stop that stands is answered. */
export const stopSwitch = operation({ name: 'switches.stop', ...order })

/** Starts it again. What waited for it is decided within some minutes. */
export const startSwitch = operation({ name: 'switches.start', ...order })
