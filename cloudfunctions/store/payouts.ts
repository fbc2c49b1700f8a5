import type { PolicyBenefit } from '#rules/benefit/benefit'
import type { BatchTotals } from '#rules/payout/build-batch'
import type { BatchState, LineState, PayoutAct, PayoutAmounts, PayoutWay } from '#rules/payout/payout'
import type { Instant } from '#values/days'
import type { Consent } from './bank-accounts'
import { collection, command } from './collection'
import { bankCardHashOf, nameHashOf, unseal, wechatPayeeHashOf } from './secrets'

/** A payout of approved cash benefits (§7): built by one, approved by another, released, reconciled with the bank's answer. */
export interface PayoutBatch extends BatchTotals {
  _id: string
  campaignId: string
  /** The campaign's, as it was when this was built: its bank file says so, whichever campaign is in force by then. */
  title: string
  way: PayoutWay
  state: BatchState
  built: PayoutAct
  requestKey: string
  /** SHA-256 of all that it pays to whom; empty while it is being built. */
  hash: string
  /** How many must approve beside who built it. */
  needed: number
  approvals: PayoutAct[]
  /** By whom, and the SHA-256 of the bank file's bytes; null where there is none. */
  released: (PayoutAct & { fileHash: string | null }) | null
  /** Results files that were taken, by their SHA-256. */
  imports: (PayoutAct & { hash: string; paid: number; failed: number; unknown: number })[]
  /** False while something that follows from its state has still to be done: a crash may have left it so. */
  settled: boolean
  changedAt: Instant
  version: number
}

interface ToConfirm {
  appId: string
  merchantId: string
  packageInfo: string
}

/** One payment. There is at most one for each attempt to pay a benefit: its id says so. */
export interface PayoutLine extends PayoutAmounts {
  /** `<benefitId>.<attempt>` */
  _id: string
  batchId: string
  number: number
  benefitId: string
  attempt: number
  holderId: string
  nameMask: string
  sealedName: string
  nameHash: string
  bankName: string
  tail: string
  /** Of the account that it goes to: a card, or an account in WeChat. */
  cardHash: string
  /** The card's number, or the openid. */
  sealedPayee: string
  /** What the holder had agreed to by then: it is proven also when taken back later. Lines of before it was kept have none. */
  consent?: Consent
  state: LineState
  /** WeChat's transfers alone: what the customer's WeChat opens its confirmation with. */
  toConfirm?: ToConfirm
  /** WeChat's transfers alone: when WeChat was last asked to make the bill, and how often. */
  askedForAt?: Instant
  asks?: number
  /** Finance has stopped asking: WeChat refuses to make the bill. For good. */
  stopped?: PayoutAct & { why: string }
}

const batches = collection<PayoutBatch>('payoutBatches')
const lines = collection<PayoutLine>('payoutLines')

export const findBatch = (id: string): Promise<PayoutBatch | null> => batches.find(id)

/** False when the same request has begun it before. */
export const addBatch = (batch: PayoutBatch): Promise<boolean> => batches.add(batch)

/** Of every campaign, the latest first; those built before `before`. */
export const listBatches = (before: Instant | null, limit: number): Promise<PayoutBatch[]> =>
  batches.list(before === null ? {} : { 'built.at': command.lt(before) }, { orderBy: ['built.at', 'desc'], limit })

/** Released, and something of it is not known to be paid or failed. */
export const listOnTheirWay = (way: PayoutWay): Promise<PayoutBatch[]> =>
  batches.listAll({ 'state.kind': 'released', way, settled: true })

/** What follows from their state has still to be done, since before this instant: somebody's call broke off. */
export const listUnsettled = (before: Instant): Promise<PayoutBatch[]> =>
  batches.list({ settled: false, changedAt: command.lt(before) })

/** False, and nothing written, when the batch changed since `before` was read. */
export async function changeBatch({ _id, ...after }: PayoutBatch, before: PayoutBatch): Promise<boolean> {
  const data = { ...after, state: command.set(after.state), released: command.set(after.released) }
  return (await batches.updateWhere({ _id, version: before.version }, data)) === 1
}

export const listLines = async (batchId: string): Promise<PayoutLine[]> =>
  (await lines.listAll({ batchId })).sort((a, b) => a.number - b.number)

/** The attempts before these, in no order. */
export const listEarlierLines = (of: readonly Pick<PayoutLine, 'benefitId' | 'attempt'>[]): Promise<PayoutLine[]> =>
  lines.findAll(of.flatMap(({ benefitId, attempt }) => Array.from({ length: attempt }, (_, n) => `${benefitId}.${n}`)))

/** Whether what is sealed on a line is what its hashes say. @throws Error when it was altered, or its key is not at hand */
export function isSealedAsHashed({ sealedPayee, sealedName, cardHash, nameHash }: PayoutLine, way: PayoutWay): boolean {
  const [payee, name] = [unseal(sealedPayee).toString(), unseal(sealedName).toString()]
  const payeeHash = way === 'bank-file' ? bankCardHashOf(payee) : wechatPayeeHashOf(payee)
  return payeeHash === cardHash && nameHashOf(name) === nameHash
}

/** Every attempt to pay these. */
export const listLinesFor = (benefits: readonly Pick<PolicyBenefit, '_id' | 'payment'>[]): Promise<PayoutLine[]> =>
  listEarlierLines(
    benefits.flatMap(({ _id, payment }) => (payment ? [{ benefitId: _id, attempt: payment.attempt + 1 }] : [])),
  )

/** False when this attempt to pay the benefit has a line already. */
export const addLine = (line: PayoutLine): Promise<boolean> => lines.add(line)

/** Writes what became of a payment; false when its state is no longer the one that was read. */
export async function changeLine({ _id, state }: PayoutLine, after: LineState): Promise<boolean> {
  return (await lines.updateWhere({ _id, 'state.kind': state.kind }, { state: command.set(after) })) === 1
}

/** WeChat names it once, with the new bill. */
export async function keepToConfirm({ _id }: PayoutLine, toConfirm: ToConfirm): Promise<void> {
  await lines.updateWhere({ _id }, { toConfirm })
}

/** Before WeChat is asked to make the bill; false when that was stopped. Counts, so that it always writes something. */
export const beginAsking = async ({ _id }: PayoutLine, at: Instant): Promise<boolean> =>
  (await lines.updateWhere({ _id, stopped: command.exists(false) }, { askedForAt: at, asks: command.inc(1) })) === 1

/** From now on nobody asks for the bill; false when that was stopped before. */
export const stopAsking = async ({ _id }: PayoutLine, stopped: PayoutLine['stopped']): Promise<boolean> =>
  (await lines.updateWhere({ _id, stopped: command.exists(false) }, { stopped })) === 1

export const findLine = (id: string): Promise<PayoutLine | null> => lines.find(id)

/** What waits for this WeChat account's confirmation. One database operation. */
export const listToConfirm = (cardHash: string): Promise<PayoutLine[]> =>
  lines.list({ cardHash, 'state.waitsForCustomer': true })

/** All lines of a released batch that still wait are sent, at one moment. One database operation. */
export const sendLines = (batchId: string, at: Instant): Promise<number> =>
  lines.updateWhere({ batchId, 'state.kind': 'waiting' }, { state: command.set({ kind: 'sent', at }) })

/** The lines of a cancelled batch. One database operation. */
export const withdrawLines = (batchId: string, at: Instant): Promise<number> =>
  lines.updateWhere({ batchId, 'state.kind': 'waiting' }, { state: command.set({ kind: 'withdrawn', at }) })
