import {
  approvePayout as approveOperation,
  cancelPayout as cancelOperation,
  downloadPayoutFile as fileOperation,
  releasePayout as releaseOperation,
} from '#contract/payout'
import { isAsApproved } from '#decisions/as-approved'
import { change, finishPayout } from '#decisions/finish-payout'
import { audit } from '#pipeline/audit'
import { type CallBy, forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { type ApprovalRefusal, decideApproval } from '#rules/four-eyes/four-eyes'
import { batchMayBecome } from '#rules/payout/payout'
import { findBenefits } from '#store/benefits'
import { findBinding } from '#store/bindings'
import { changeBatch, findBatch, listLines, type PayoutBatch, type PayoutLine } from '#store/payouts'
import { transferAccount } from '#store/transfer-account'
import { fileHashOf, openFile } from '../payouts/payout-file'
import { shownBatch } from '../payouts/shown-batch'

const approvers = forStaff('finance', 'admin')
const paying = forStaff('finance')

const factsOf = ({ state, approvals, count, netFen, hash }: PayoutBatch) => ({
  state: state.kind,
  approvals: approvals.map(({ name }) => name),
  count,
  netFen,
  hash,
})

type PayoutCall = CallBy<typeof approvers>
const objectOf = ({ _id }: PayoutBatch) => ({ kind: 'payout-batch', id: _id }) as const

/** Once for each who approves; nothing when this person did not. */
async function logApproval(batch: PayoutBatch, call: PayoutCall): Promise<void> {
  const before = batch.approvals.findIndex(({ by }) => by === call.staff._id)
  if (before < 0) return
  const left = batch.needed - before - 1
  await audit(call, {
    what: 'payout.approve',
    object: objectOf(batch),
    before: { ...factsOf({ ...batch, approvals: batch.approvals.slice(0, before) }), state: 'draft' },
    after: {
      ...factsOf({ ...batch, approvals: batch.approvals.slice(0, before + 1) }),
      state: left > 0 ? 'draft' : 'approved',
    },
    why: left > 0 ? `复核通过，还要 ${left} 位` : '复核通过',
    deed: call.staff._id,
  })
}

/** Once for the batch; nothing when this person did not cancel it. */
async function logCancellation(batch: PayoutBatch, call: PayoutCall): Promise<void> {
  if (batch.state.kind !== 'cancelled' || batch.state.by !== call.staff._id) return
  await audit(call, {
    what: 'payout.cancel',
    object: objectOf(batch),
    before: { ...factsOf(batch), state: batch.approvals.length < batch.needed ? 'draft' : 'approved' },
    after: factsOf(batch),
    why: batch.state.why,
    deed: 'cancel',
  })
}

/** Once for the batch; nothing when this person did not release it. */
async function logRelease(batch: PayoutBatch, call: PayoutCall): Promise<void> {
  if (batch.released?.by !== call.staff._id) return
  await audit(call, {
    what: 'payout.release',
    object: objectOf(batch),
    before: { ...factsOf(batch), state: 'approved' },
    after: { ...factsOf(batch), state: 'released', hash: batch.released.fileHash ?? batch.hash },
    why: `放行打款批次，实付共 ${batch.count} 笔`,
    deed: 'release',
  })
}

const refusals = {
  own: 'payout-own',
  'concerns-yourself': 'payout-concerns-yourself',
  'approved-before': 'payout-approved-before',
  decided: 'payout-state',
  expired: 'payout-state',
} as const satisfies Record<ApprovalRefusal, string>

export const approvePayout = handle(approveOperation, approvers, async ({ batchId, hash }, call) => {
  const { now, staff } = call
  if (staff.branchCode !== null) return refuse('not-allowed')
  const batch = await findBatch(batchId)
  if (!batch) return refuse('payout-unknown')
  if (batch.hash !== hash) return refuse('payout-changed')
  const [lines, binding] = await Promise.all([listLines(batchId), findBinding(staff._id)])
  if (!isAsApproved(batch, lines)) return refuse('payout-changed')
  const own = binding !== null && lines.some(({ holderId }) => holderId === binding.holderId)
  const decision = decideApproval(
    {
      proposedBy: batch.built.by,
      concerns: own ? [staff._id] : [],
      approvals: batch.approvals,
      needed: batch.needed,
      open: batch.state.kind === 'draft',
      expiresAt: null,
    },
    staff._id,
    now,
  )
  if (decision.kind === 'refused') {
    await logApproval(batch, call)
    return refuse(refusals[decision.reason])
  }
  const approved = change(
    batch,
    {
      approvals: [...batch.approvals, { by: staff._id, name: staff.name, at: now }],
      ...(decision.stillNeeded === 0 ? { state: { kind: 'approved', at: now } } : {}),
    },
    now,
  )
  if (!(await changeBatch(approved, batch))) return refuse('busy')
  await logApproval(approved, call)
  return { batch: shownBatch(approved, staff) }
})

export const cancelPayout = handle(cancelOperation, approvers, async ({ batchId, reason }, call) => {
  const { now, staff } = call
  if (staff.branchCode !== null) return refuse('not-allowed')
  const batch = await findBatch(batchId)
  if (!batch) return refuse('payout-unknown')
  await logCancellation(batch, call)
  if (batch.state.kind === 'building' || !batchMayBecome(batch.state.kind, 'cancelled')) return refuse('payout-state')
  const state = { kind: 'cancelled', by: staff._id, name: staff.name, at: now, why: reason } as const
  const cancelled = change(batch, { state, settled: false }, now)
  if (!(await changeBatch(cancelled, batch))) return refuse('busy')
  await logCancellation(cancelled, call)
  return { batch: shownBatch((await finishPayout(cancelled, now)) ?? cancelled, staff) }
})

export const releasePayout = handle(releaseOperation, paying, async ({ batchId, hash }, call) => {
  const { now, staff } = call
  if (staff.branchCode !== null) return refuse('not-allowed')
  const batch = await findBatch(batchId)
  if (!batch) return refuse('payout-unknown')
  if (batch.hash !== hash) return refuse('payout-changed')
  // Released twice is released once: the second is told of the first.
  if (batch.released) {
    await logRelease(batch, call)
    return { batch: shownBatch(batch, staff) }
  }
  if (!batchMayBecome(batch.state.kind, 'released')) return refuse('payout-state')
  const lines = await listLines(batchId)
  if (!isAsApproved(batch, lines)) return refuse('payout-changed')
  if (!(await allStand(batchId, lines))) return refuse('payout-line-changed')
  if (batch.way === 'wechat-transfer' && transferAccount() === null) return refuse('payout-way-off')
  const fileHash = batch.way === 'bank-file' ? fileHashOf(batch, lines) : null
  const released = change(
    batch,
    {
      state: { kind: 'released', at: now },
      released: { by: staff._id, name: staff.name, at: now, fileHash },
      settled: false,
    },
    now,
  )
  if (!(await changeBatch(released, batch))) return refuse('busy')
  await logRelease(released, call)
  return { batch: shownBatch((await finishPayout(released, now)) ?? released, staff) }
})

/** Every benefit of the batch is still approved, still held by it, and nobody has to look at it again. */
async function allStand(batchId: string, lines: readonly PayoutLine[]): Promise<boolean> {
  const benefits = await findBenefits(lines.map(({ benefitId }) => benefitId))
  return (
    benefits.length === lines.length &&
    benefits.every(({ waitsFor, payment }) => waitsFor === 'payout' && payment?.batchId === batchId)
  )
}

export const downloadPayoutFile = handle(fileOperation, paying, async ({ batchId }, call) => {
  const { now, staff } = call
  if (staff.branchCode !== null) return refuse('not-allowed')
  const batch = await findBatch(batchId)
  if (!batch) return refuse('payout-unknown')
  const { released } = batch
  if (!released || released.fileHash === null) return refuse('payout-state')
  const lines = await listLines(batchId)
  const newId = () => call.random(16).toString('hex')
  const { bytes, hash } = await openFile(batch, lines, { who: staff._id, now, newId })
  if (hash !== released.fileHash) return refuse('payout-changed')
  await audit(call, {
    what: 'data.export',
    object: { kind: 'payout-batch', id: batchId },
    after: { count: batch.count, netFen: batch.netFen, hash, format: 'csv' },
    why: '下载银行文件',
  })
  return { name: `${batchId}.csv`, base64: bytes.toString('base64'), hash, count: batch.count, netFen: batch.netFen }
})
