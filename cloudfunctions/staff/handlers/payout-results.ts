import { createHash } from 'node:crypto'
import { importPayoutResults as operation } from '#contract/payout'
import { change } from '#decisions/finish-payout'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { isSettled, mayImportResults } from '#rules/payout/payout'
import { readResults } from '#rules/payout/read-results'
import { changeBatch, findBatch, listLines, type PayoutLine } from '#store/payouts'
import { decodeChinese } from '#values/gb18030'
import { applyResults } from '../payouts/apply-results'
import { shownBatch } from '../payouts/shown-batch'

/** More problems than this help nobody. */
const PROBLEMS_SHOWN = 50
/** How often somebody else may import at the same moment. */
const ATTEMPTS = 10

export const importPayoutResults = handle(operation, forStaff('finance'), async ({ batchId, base64 }, call) => {
  const { now, staff } = call
  if (staff.branchCode !== null) return refuse('not-allowed')
  const bytes = Buffer.from(base64, 'base64')
  const hash = createHash('sha256').update(bytes).digest('hex')
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const batch = await findBatch(batchId)
    if (!batch) return refuse('payout-unknown')
    if (!mayImportResults(batch, staff._id)) return refuse('payout-own-results')
    if (batch.imports.some((taken) => taken.hash === hash)) {
      return { batch: shownBatch(batch, staff), problems: [], again: true }
    }
    if (!batch.released || !batch.settled) return refuse('payout-state')
    const lines = await listLines(batchId)
    const { rows, problems } = readResults(decodeChinese(bytes), batchId, lines, now)
    if (problems.length > 0) {
      return { batch: shownBatch(batch, staff), problems: problems.slice(0, PROBLEMS_SHOWN), again: false }
    }
    await applyResults(lines, rows)
    const counts = countsOf(await listLines(batchId))
    const done = counts.unknown === 0
    const taken = change(
      batch,
      {
        imports: [...batch.imports, { by: staff._id, name: staff.name, at: now, hash, ...counts }],
        ...(done ? { state: { kind: 'reconciled', at: now } } : {}),
      },
      now,
    )
    if (!(await changeBatch(taken, batch))) continue
    await audit(call, {
      what: 'payout.import-results',
      object: { kind: 'payout-batch', id: batchId },
      before: { state: batch.state.kind },
      after: { state: taken.state.kind, hash, ...counts },
      why: '导入银行结果文件',
    })
    return { batch: shownBatch(taken, staff), problems: [], again: false }
  }
  return refuse('busy')
})

function countsOf(lines: readonly PayoutLine[]) {
  const of = (kind: PayoutLine['state']['kind']) => lines.filter(({ state }) => state.kind === kind).length
  return { paid: of('paid'), failed: of('failed'), unknown: lines.filter(({ state }) => !isSettled(state)).length }
}
