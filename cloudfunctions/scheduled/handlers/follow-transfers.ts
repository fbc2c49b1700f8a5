import { isDeepStrictEqual } from 'node:util'
import { applyResults, countsOf } from '#decisions/apply-results'
import { isAsApproved } from '#decisions/as-approved'
import { change } from '#decisions/finish-payout'
import { tellOfTransfer } from '#decisions/tell'
import { writeLog } from '#pipeline/log'
import { isSettled, type LineOutcome } from '#rules/payout/payout'
import {
  billNumberOf,
  isNameTaken,
  lineStateOf,
  type TransferAnswer,
  type TransferRequest,
  transferRequest,
} from '#rules/payout/wechat-transfer'
import { findBankAccount } from '#store/bank-accounts'
import {
  beginAsking,
  changeBatch,
  keepToConfirm,
  listLines,
  listOnTheirWay,
  type PayoutBatch,
  type PayoutLine,
} from '#store/payouts'
import { unseal } from '#store/secrets'
import { inTurns } from '#store/told'
import { transferAccount } from '#store/transfer-account'
import {
  encryptName,
  readTransfer,
  requestTransfer,
  type TransferAccount,
  TransferRefused,
} from '#store/wechat-transfer'
import type { Instant } from '#values/days'

/** At one tick: twenty are asked at once, twice each at most, and WeChat has five seconds for an answer. */
const AT_A_TIME = 60

interface Tick {
  now: Instant
  requestId: string
  random: (size: number) => Buffer
}

/** “微信转账：放行后逐笔请微信付，一直问到成功或失败。” How many were asked for or about; none without a merchant's account. */
export async function followTransfers(tick: Tick): Promise<number> {
  const account = transferAccount()
  if (!account) return 0
  let asked = 0
  for (const batch of await listOnTheirWay('wechat-transfer')) {
    asked += await followBatch(account, batch, AT_A_TIME - asked, tick)
  }
  return asked
}

/** The lines that were not asked about for longest, as many as may be. */
async function followBatch(account: TransferAccount, batch: PayoutBatch, most: number, tick: Tick): Promise<number> {
  const lines = await listLines(batch._id)
  if (!isAsApproved(batch, lines)) {
    writeLog('error', tick.requestId, `payout batch ${batch._id} is not what was approved: nothing of it is asked for`)
    return 0
  }
  const open = lines
    .filter(({ state }) => !isSettled(state))
    .sort((a, b) => askedAt(a) - askedAt(b))
    .slice(0, most)
  const rows: { number: number; outcome: LineOutcome }[] = []
  await inTurns(open, async (line) => {
    const answer = await ask(account, batch, line, tick)
    rows.push({ number: line.number, outcome: outcomeOf(answer, tick.now) })
    if (answer instanceof Error || typeof answer === 'string' || answer.packageInfo === null) return
    const { appId, merchantId } = account
    // Told first: what was not kept is asked for and told again, and told again is told once.
    await tellOfTransfer(line, unseal(line.sealedPayee).toString(), tick.now)
    await keepToConfirm(line, { appId, merchantId, packageInfo: answer.packageInfo })
  })
  // What is settled on a line and was broken off before the benefit said so is done again.
  const settled = lines.flatMap(({ number, state }) =>
    state.kind === 'paid' || state.kind === 'failed' ? [{ number, outcome: state }] : [],
  )
  await applyResults(lines, [...settled, ...rows])
  await note(batch, tick.now)
  return rows.length
}

function outcomeOf(answer: Answer, at: Instant): LineOutcome {
  if (answer === 'withdrawn') return { kind: 'failed', at, why: '客户不再收到这个微信零钱' }
  if (answer === 'stopped') return { kind: 'unknown', at, why: '已停止请微信付，等财务标记失败', refused: true }
  return answer instanceof Error ? withoutAnswer(answer, at) : lineStateOf(answer, at)
}

/** It may be on its way all the same: nobody pays it again before WeChat says. */
function withoutAnswer(error: Error, at: Instant): LineOutcome {
  if (!(error instanceof TransferRefused)) return { kind: 'unknown', at, why: '微信没有答复，系统会再问' }
  const why = `微信没有受理（${error.code}），系统会再问`
  return { kind: 'unknown', at, why, ...(error.definite && { refused: true }) }
}

const askedAt = ({ state }: PayoutLine): Instant => ('at' in state ? state.at : 0)

/** What WeChat said; that the holder's name may no longer be given to it, or finance asks for it no more; why nobody knows. */
type Answer = TransferAnswer | 'withdrawn' | 'stopped' | Error

/**
 * A bill that WeChat knows is asked about; one that it does not know is asked for, and so is one whose confirmation a call lost:
 * the same again is the same bill. An error when nobody knows.
 */
async function ask(
  account: TransferAccount,
  { _id, title }: PayoutBatch,
  line: PayoutLine,
  { now, requestId, random }: Tick,
): Promise<Answer> {
  const billNumber = billNumberOf(_id, line.number)
  const moment = () => ({ now, nonce: random(16).toString('hex') })
  try {
    const known = await readTransfer(account, billNumber, moment())
    const lost = known?.state === 'WAIT_USER_CONFIRM' && !line.toConfirm
    if (known && !lost) return known
    if (!known && !(await stillAgreed(line))) return 'withdrawn'
    if (!known && !(await beginAsking(line, now))) return 'stopped'
    return await requestTransfer(account, requestOf(account, title, billNumber, line), moment())
  } catch (error) {
    writeLog('warn', requestId, error)
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Taken back in the moment in which the batch took hold of the money: later it cannot be. */
async function stillAgreed({ holderId, cardHash }: PayoutLine): Promise<boolean> {
  return (await findBankAccount(holderId))?.cardHash === cardHash
}

const requestOf = (
  account: TransferAccount,
  title: string,
  billNumber: string,
  { sealedPayee, sealedName, netFen }: PayoutLine,
): TransferRequest =>
  transferRequest(account.appId, title, {
    billNumber,
    openid: unseal(sealedPayee).toString(),
    encryptedName: isNameTaken(netFen) ? encryptName(account, unseal(sealedName).toString()) : null,
    netFen,
    remark: `${title}返还`,
  })

/** What WeChat has said by now stands on the batch, as a results file of the bank would; the batch is reconciled when all is said. */
async function note(batch: PayoutBatch, now: Instant): Promise<void> {
  const counts = countsOf(await listLines(batch._id))
  const { paid, failed, unknown } = batch.imports.at(-1) ?? { paid: 0, failed: 0, unknown: batch.count }
  if (counts.unknown > 0 && isDeepStrictEqual(counts, { paid, failed, unknown })) return
  const said = { by: 'system', name: '微信支付', at: now, hash: batch.hash, ...counts }
  const noted = {
    imports: [said],
    ...(counts.unknown === 0 ? { state: { kind: 'reconciled', at: now } as const } : {}),
  }
  // Somebody else's tick at the same moment has noted it.
  await changeBatch(change(batch, noted, now), batch)
}
