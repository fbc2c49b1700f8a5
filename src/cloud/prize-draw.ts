import type { OutputOf } from '#contract/operation'
import { draw, openDrawPage } from '#contract/prize-draw'
import { callPatiently, mayPass, type Patience, type Result } from './call'
import { byChannel } from './channel'
import { newNonce } from './nonce'
import { forgetPendingNonce, keepPendingNonce, pendingNonce } from './pending-nonce'
import { readAndRemember, recall } from './remembered'

export type { Chances, DrawOutcome, PrizeOnShow, Receipt } from '#contract/prize-draw'
export type DrawPageView = OutputOf<typeof openDrawPage>
export type DrawAnswer = OutputOf<typeof draw>

/** Everything the draw page shows first. The answer is remembered for the next first paint. */
export const loadDrawPage = (): Promise<Result<DrawPageView>> => readAndRemember(openDrawPage, byChannel())

export const recallDrawPage = () => recall(openDrawPage)

/** True when an earlier draw was sent, or about to be, and no answer came: it must be asked for before anything else. */
export const drawIsPending = () => pendingNonce() !== null

/**
 * 抽奖. The nonce is kept in storage until the cloud has answered, so that a draw whose answer was lost is asked for
 * again with the same nonce and gets the same answer, also after the app was killed.
 */
export async function drawOnce(patience?: Patience): Promise<Result<DrawAnswer>> {
  const nonce = pendingNonce() ?? (await newNonce())
  keepPendingNonce(nonce)
  const result = await callPatiently(draw, { nonce }, patience)
  if (result.ok || !mayPass(result)) forgetPendingNonce()
  return result
}
