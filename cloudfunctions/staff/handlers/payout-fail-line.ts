import { failPayoutLine as operation } from '#contract/payout'
import { applyResults } from '#decisions/apply-results'
import { audit } from '#pipeline/audit'
import { type CallBy, forStaff, handle } from '#pipeline/handler'
import { writeLog } from '#pipeline/log'
import { refuse } from '#pipeline/refuse'
import { mayImportResults } from '#rules/payout/payout'
import { billNumberOf, isAskingOver, mayBeGivenUp } from '#rules/payout/wechat-transfer'
import { findBatch, findLine, listLines, type PayoutBatch, type PayoutLine, stopAsking } from '#store/payouts'
import { transferAccount } from '#store/transfer-account'
import { readTransfer, type TransferAccount } from '#store/wechat-transfer'
import { shownBatch } from '../payouts/shown-batch'

const finance = forStaff('finance')
type FinanceCall = CallBy<typeof finance>

/**
 * Asking is stopped first: from then on no bill can come to be, and what was asked for just before has ended when two minutes are
 * over. Only then WeChat's “no such bill” means that this money never went.
 */
export const failPayoutLine = handle(operation, finance, async ({ batchId, number, reason }, call) => {
  const { now, staff } = call
  if (staff.branchCode !== null) return refuse('not-allowed')
  const [batch, lines] = await Promise.all([findBatch(batchId), listLines(batchId)])
  const line = lines.find((one) => one.number === number)
  if (!batch || !line) return refuse('payout-unknown')
  if (!mayImportResults(batch, staff._id)) return refuse('payout-own-results')
  if (batch.way !== 'wechat-transfer' || !batch.released || !batch.settled) return refuse('payout-state')
  if (line.state.kind === 'failed' && line.state.by === staff._id) {
    await logFailure(batch, line, call)
    return { batch: shownBatch(batch, staff) }
  }
  if (!mayBeGivenUp(line.state)) return refuse('payout-line-not-refused')
  const account = transferAccount()
  if (!account) return refuse('payout-way-off')
  await stopAsking(line, { by: staff._id, name: staff.name, at: now, why: reason })
  const stopped = await findLine(line._id)
  if (!stopped) return refuse('payout-unknown')
  await logStop(batch, stopped, call)
  if (!isAskingOver(stopped.askedForAt, now)) return refuse('payout-line-just-asked')
  const known = await isKnown(account, batch, line, call)
  if (known === null) return refuse('payout-line-unanswered')
  if (known) return refuse('payout-line-taken')
  const failed = { kind: 'failed', at: now, why: reason, by: staff._id } as const
  await applyResults([stopped], [{ number, outcome: failed }])
  await logFailure(batch, { ...stopped, state: failed }, call)
  return { batch: shownBatch(batch, staff) }
})

/** Whether WeChat has a bill by this number; null when it does not say. */
async function isKnown(
  account: TransferAccount,
  { _id }: PayoutBatch,
  { number }: PayoutLine,
  { now, random, requestId }: FinanceCall,
): Promise<boolean | null> {
  try {
    return (await readTransfer(account, billNumberOf(_id, number), { now, nonce: random(16).toString('hex') })) !== null
  } catch (error) {
    writeLog('warn', requestId, error)
    return null
  }
}

const objectOf = ({ _id }: PayoutBatch) => ({ kind: 'payout-batch', id: _id }) as const

/** Once for the line; nothing when another stopped it. */
async function logStop(batch: PayoutBatch, { number, stopped }: PayoutLine, call: FinanceCall): Promise<void> {
  if (stopped?.by !== call.staff._id) return
  await audit(call, {
    what: 'payout.stop-line',
    object: objectOf(batch),
    before: { number, stopped: false },
    after: { number, stopped: true },
    why: stopped.why,
    deed: `stop.${number}`,
  })
}

/** Once for the line. */
async function logFailure(batch: PayoutBatch, { number, netFen, state }: PayoutLine, call: FinanceCall): Promise<void> {
  if (state.kind !== 'failed') return
  await audit(call, {
    what: 'payout.fail-line',
    object: objectOf(batch),
    before: { number, netFen, state: 'unknown' },
    after: { number, netFen, state: 'failed' },
    why: state.why,
    deed: `fail.${number}`,
  })
}
