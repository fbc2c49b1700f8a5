import {
  buildPayout as buildOperation,
  listPayouts as listOperation,
  previewPayout as previewOperation,
  readPayout as readOperation,
} from '#contract/payout'
import { audit } from '#pipeline/audit'
import { type CallBy, forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { approvalsNeeded, type SkipReason, totalsOf } from '#rules/payout/build-batch'
import { mayImportResults, type PayoutWay, payeeText, payoutWays } from '#rules/payout/payout'
import { mayBeGivenUp } from '#rules/payout/wechat-transfer'
import { findBatch, listBatches, listLines, type PayoutBatch } from '#store/payouts'
import { findTermsInForce } from '#store/terms'
import { batchIdOf, buildBatch } from '../payouts/build'
import { choosePayables, type Payable } from '../payouts/candidates'
import { loadPaidAgain } from '../payouts/paid-again'
import { shownBatch } from '../payouts/shown-batch'
import { whyOff } from '../payouts/ways'
import { titleOf } from '../review/shown-review'

/** Money concerns all branches: somebody who sees one branch alone does not pay. */
const readers = forStaff('finance', 'admin')
const PAGE = 20

export const listPayouts = handle(listOperation, readers, async ({ cursor }, { now, staff }) => {
  if (staff.branchCode !== null) return refuse('not-allowed')
  const page = await listBatches(cursor === null ? null : Number(cursor), PAGE + 1)
  const batches = page.slice(0, PAGE)
  const last = page.length > PAGE ? batches.at(-1) : undefined
  return {
    batches: batches.map((batch) => shownBatch(batch, staff)),
    next: last ? String(last.built.at) : null,
    now,
  }
})

const skipWords: Readonly<Record<SkipReason, string>> = {
  'not-approved': '还没有审核通过',
  'just-approved': '刚通过审核，还可以撤回，过十分钟再付',
  'in-a-batch': '已在别的批次里',
  'no-account': '客户还没有填写收款账户',
  'other-way': '客户选择收到微信零钱，用微信商家转账付',
  'purse-unbound': '选择微信零钱的微信已不再绑定这位投保人，等客户重新选择',
  'nothing-to-pay': '没有要付的金额',
  'account-of-invitee': '推荐人的收款账户和被推荐人的是同一个',
}

const payee = ({ holder }: Payable): string => holder?.nameMask ?? '投保人'
const skipWord = (why: SkipReason, way: PayoutWay): string =>
  why === 'other-way' && way === 'wechat-transfer' ? '客户选择收到银行账户，用银行文件付' : skipWords[why]

export const previewPayout = handle(previewOperation, readers, async ({ way }, { now, staff }) => {
  if (staff.branchCode !== null) return refuse('not-allowed')
  const inForce = await findTermsInForce(now)
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const { lines, skipped, more } = await choosePayables(terms, way, now)
  const totals = totalsOf(lines)
  const again = await loadPaidAgain(lines)
  return {
    ways: payoutWays(terms).map((one) => ({ way: one, off: whyOff(terms, one) })),
    totals,
    needed: approvalsNeeded(terms, totals.netFen),
    lines: lines.map((line) => ({
      benefitId: line.benefitId,
      title: titleOf(terms, line.benefit),
      who: payee(line),
      account: line.account ? payeeText(line.account) : '',
      netFen: line.netFen,
      again: again.get(line.benefitId) ?? null,
    })),
    skipped: skipped.map(({ payable, why }) => ({
      benefitId: payable.benefit._id,
      title: titleOf(terms, payable.benefit),
      who: payee(payable),
      why: skipWord(why, way),
    })),
    more,
  }
})

export const buildPayout = handle(buildOperation, forStaff('finance'), async ({ requestKey, way }, call) => {
  const { now, staff } = call
  if (staff.branchCode !== null) return refuse('not-allowed')
  const inForce = await findTermsInForce(now)
  if (!inForce) return refuse('campaign-not-published')
  const before = await findBatch(batchIdOf(requestKey))
  if (before?.state.kind === 'building') return refuse('busy')
  if (before) {
    await logBuilding(before, call)
    return { batch: shownBatch(before, staff) }
  }
  if (whyOff(inForce.terms, way) !== null) return refuse('payout-way-off')
  const batch = await buildBatch(inForce, { by: staff._id, name: staff.name, requestKey, way, now })
  if (batch === 'busy') return refuse('busy')
  if (!batch) return refuse('payout-nothing')
  await logBuilding(batch, call)
  return { batch: shownBatch(batch, staff) }
})

/** Once for the batch; nothing when this person did not build it, or it was never finished. */
async function logBuilding(batch: PayoutBatch, call: CallBy<typeof readers>): Promise<void> {
  if (batch.built.by !== call.staff._id || batch.hash === '') return
  await audit(call, {
    what: 'payout.build',
    object: { kind: 'payout-batch', id: batch._id },
    after: {
      state: 'draft',
      count: batch.count,
      grossFen: batch.grossFen,
      taxFen: batch.withheldFen,
      netFen: batch.netFen,
      hash: batch.hash,
    },
    why: `编制打款批次，共 ${batch.count} 笔`,
    deed: 'build',
  })
}

export const readPayout = handle(readOperation, readers, async ({ batchId }, { staff }) => {
  if (staff.branchCode !== null) return refuse('not-allowed')
  const [batch, lines] = await Promise.all([findBatch(batchId), listLines(batchId)])
  if (!batch) return refuse('payout-unknown')
  const again = await loadPaidAgain(lines)
  const gives = staff.role === 'finance' && batch.way === 'wechat-transfer' && mayImportResults(batch, staff._id)
  return {
    batch: shownBatch(batch, staff),
    lines: lines.map(({ number, benefitId, nameMask, bankName, tail, grossFen, withheldFen, netFen, state }) => ({
      number,
      benefitId,
      who: nameMask,
      account: payeeText({ bankName, tail }),
      grossFen,
      withheldFen,
      netFen,
      state: state.kind,
      said: 'why' in state ? state.why : 'reference' in state ? `流水号 ${state.reference}` : null,
      again: again.get(benefitId) ?? null,
      mayFail: gives && mayBeGivenUp(state),
    })),
    imports: batch.imports.map(({ name, at, hash, paid, failed, unknown }) => ({
      name,
      at,
      hash,
      paid,
      failed,
      unknown,
    })),
  }
})
