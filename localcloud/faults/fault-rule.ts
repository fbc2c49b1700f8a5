import * as v from 'valibot'

const Probability = v.pipe(v.number(), v.minValue(0), v.maxValue(1))

/**
 * One kind of trouble and where it strikes. `action` is an action of the server (`database.modifyDocument`, `storage.*`,
 * `functions.invokeFunction`, `openapi.subscribeMessage.send`), or `functions.call` for a call from a page; `*` stands for anything.
 */
export const FaultRule = v.strictObject({
  action: v.pipe(v.string(), v.nonEmpty()),
  /** Only actions of this function; for `functions.call` the function called. */
  function: v.optional(v.string()),
  /** How often, 0 to 1; always when absent. */
  probability: v.optional(Probability, 1),
  /** So many requests that fit are let through first. */
  after: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** After so many strikes it is over. */
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  fault: v.variant('kind', [
    /** The transaction has ended with a conflict. Strikes operations of transactions only. */
    v.strictObject({ kind: v.literal('conflict') }),
    /** [TransactionBusy]; the transaction goes on. Strikes operations of transactions only. */
    v.strictObject({ kind: v.literal('busy') }),
    /** The answer is a time-out: nothing was done, or all was. */
    v.strictObject({ kind: v.literal('timeout'), effect: v.picklist(['before', 'after']) }),
    v.strictObject({
      kind: v.literal('error'),
      code: v.string(),
      message: v.optional(v.string(), 'a fault on demand'),
    }),
    v.strictObject({ kind: v.literal('latency'), ms: v.pipe(v.number(), v.minValue(0)) }),
    /** The instance that asked ends as in a crash: before what it asked for is done, or after. */
    v.strictObject({ kind: v.literal('crash'), effect: v.picklist(['before', 'after']) }),
  ]),
})

export type FaultRule = v.InferOutput<typeof FaultRule>
/** A rule as written, defaults left out. */
export type FaultRuleInput = v.InferInput<typeof FaultRule>
export type Fault = FaultRule['fault']

/** What a faults file and the control API hold. With the same seed and the same requests the same faults strike. */
export const FaultPlan = v.strictObject({
  seed: v.optional(v.pipe(v.number(), v.safeInteger())),
  faults: v.array(FaultRule),
})
