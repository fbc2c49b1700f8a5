import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { isSystem } from '#pipeline/caller'
import { readClock } from '#pipeline/clock'
import { writeLog } from '#pipeline/log'
import { readCaller } from '#store/cloud'
import { findTermsInForce } from '#store/terms'
import { countDays } from './handlers/count-days'
import { decideStarted } from './handlers/decide-started'
import { finishHandOvers } from './handlers/finish-hand-overs'
import { finishMessages } from './handlers/finish-messages'
import { finishPayouts } from './handlers/finish-payouts'
import { followTransfers } from './handlers/follow-transfers'
import { giveCodes } from './handlers/give-codes'
import { lapsePromises } from './handlers/lapse-promises'
import { passPrizesOn } from './handlers/pass-on'
import { keepPrizeDeadlines, type PrizeDeadlines } from './handlers/prize-deadlines'
import { pushNotices } from './handlers/push-notices'
import { releaseHolds } from './handlers/release-holds'
import { revealSeeds } from './handlers/reveal'
import { type Reconciliation, runReconciliation } from './handlers/run-reconciliation'
import { tidy } from './handlers/tidy'
import { warnDaily } from './handlers/warn-daily'
import { stepsOf } from './steps'

const timerEvent = v.object({ TriggerName: v.literal('every-five-minutes') })

/** What the timer did; null for its work while no campaign is published. */
export interface TimerReport {
  /** Steps that threw: the log says what, the others were done all the same. */
  failed: string[]
  revealed: string[]
  /** Messages of the policy feed whose decisions a crash had left open. */
  finishedMessages: number
  /** Policies that had waited for a stopped benefit. */
  decidedAfterStop: number
  /** Promises of a set-off that no renewal kept in time. */
  lapsedPromises: number
  /** Limits' windows and codes by SMS that were over. */
  tidied: number
  /** Benefits whose hold was over: they wait for review now. */
  releasedHolds: number
  /** Coupon prizes that got their codes. */
  givenCodes: number
  /** Hand-overs that a crash had left out of the ledger. */
  finishedHandOvers: number
  prizeDeadlines: PrizeDeadlines | null
  /** Forfeited prizes that went to the next in line. */
  passedOn: number
  /** Subscription messages. */
  pushed: number
  /** Payout batches whose call was broken off. */
  finishedPayouts: number
  /** Payments that WeChat was asked for or about. */
  followedTransfers: number
  /** Days whose figures were counted for the console. */
  countedDays: string[]
  reconciliation: Reconciliation | null
}

const nothing: TimerReport = {
  failed: [],
  revealed: [],
  finishedMessages: 0,
  decidedAfterStop: 0,
  lapsedPromises: 0,
  tidied: 0,
  releasedHolds: 0,
  finishedPayouts: 0,
  followedTransfers: 0,
  givenCodes: 0,
  finishedHandOvers: 0,
  prizeDeadlines: null,
  passedOn: 0,
  pushed: 0,
  countedDays: [],
  reconciliation: null,
}

/**
 * The timer's door, every five minutes (config.json; WeChat's tool documents one timer a function). Anybody else is
 * refused; what the timer does can be done twice.
 */
export async function main(
  event: unknown,
  context?: { request_id?: string },
): Promise<TimerReport | { refused: 'not-allowed' }> {
  const requestId = context?.request_id ?? randomBytes(8).toString('hex')
  if (!isSystem(readCaller())) {
    writeLog('warn', requestId, 'somebody called the timers’ door')
    return { refused: 'not-allowed' }
  }
  v.parse(timerEvent, event)
  const now = readClock()
  const inForce = await findTermsInForce(now)
  if (!inForce) return nothing
  const { failed, step } = stepsOf(requestId)
  await step('warnings', undefined, () => warnDaily(inForce, now, requestId))
  const revealed = await step('revealed', [], () => revealSeeds(inForce, now))
  const finishedMessages = await step('finishedMessages', 0, () => finishMessages(inForce, now, requestId))
  const decidedAfterStop = await step('decidedAfterStop', 0, () => decideStarted(inForce, now))
  const lapsedPromises = await step('lapsedPromises', 0, () => lapsePromises(now, requestId))
  const tidied = await step('tidied', 0, () => tidy(now))
  const releasedHolds = await step('releasedHolds', 0, () => releaseHolds(inForce, now))
  const givenCodes = await step('givenCodes', 0, () => giveCodes(inForce, { now, random: randomBytes, requestId }))
  const finishedHandOvers = await step('finishedHandOvers', 0, () => finishHandOvers(inForce, now, requestId))
  const prizeDeadlines = await step('prizeDeadlines', null, () => keepPrizeDeadlines(inForce, now))
  const passedOn = await step('passedOn', 0, () => passPrizesOn(inForce, now))
  const pushed = await step('pushed', 0, () => pushNotices(now, requestId))
  const finishedPayouts = await step('finishedPayouts', 0, () => finishPayouts(now))
  const reconciliation = await step('reconciliation', null, () => runReconciliation(inForce, now, requestId))
  const countedDays = await step('countedDays', [], () => countDays(inForce, now))
  // Last: WeChat may be slow, and nothing else waits for that.
  const followedTransfers = await step('followedTransfers', 0, () =>
    followTransfers({ now, requestId, random: randomBytes }),
  )
  return {
    failed,
    revealed,
    finishedMessages,
    decidedAfterStop,
    lapsedPromises,
    tidied,
    releasedHolds,
    givenCodes,
    finishedHandOvers,
    prizeDeadlines,
    passedOn,
    pushed,
    finishedPayouts,
    countedDays,
    reconciliation,
    followedTransfers,
  }
}
