import type { Terms } from '#rules/campaign/terms'
import type { Instant } from '#values/days'
import type { Fen } from '#values/money'

/** The way the money goes: a file that finance uploads to the bank, or WeChat's merchant transfer. */
export type PayoutWay = 'bank-file' | 'wechat-transfer'

/** “条款写明可以的，现金也能用微信付。” (§7) */
export const payoutWays = ({ operations }: Pick<Terms, 'operations'>): PayoutWay[] => [
  'bank-file',
  ...(operations.wechatTransfer ? (['wechat-transfer'] as const) : []),
]

/** 中国工商银行 尾号 0000; a purse in WeChat has no number to show. */
export const payeeText = ({ bankName, tail }: { bankName: string; tail: string }): string =>
  tail === '' ? bankName : `${bankName} 尾号 ${tail}`

/** Before tax, what is withheld of it, and what is paid. `gross = withheld + net`. */
export interface PayoutAmounts {
  grossFen: Fen
  withheldFen: Fen
  netFen: Fen
}

/** Who did something to a batch, and when. */
export interface PayoutAct {
  by: string
  name: string
  at: Instant
}

/** “编制的、放行的都不导入银行结果：一个人说了不算。” Who says what arrived also says what may be paid a second time. */
export const mayImportResults = (
  { built, released }: { built: Pick<PayoutAct, 'by'>; released: Pick<PayoutAct, 'by'> | null },
  by: string,
): boolean => built.by !== by && released?.by !== by

/** How far a batch has come. `building`: its lines are being collected, and a crash may have left it there. */
export type BatchState =
  | { kind: 'building' }
  | { kind: 'draft' }
  | { kind: 'approved'; at: Instant }
  | { kind: 'released'; at: Instant }
  | { kind: 'reconciled'; at: Instant }
  | ({ kind: 'cancelled'; why: string } & PayoutAct)

type BatchKind = BatchState['kind']

/** The only ways forward. A released batch cannot be cancelled: the money may be gone. */
const next: Readonly<Record<BatchKind, readonly BatchKind[]>> = {
  building: ['draft', 'cancelled'],
  draft: ['approved', 'cancelled'],
  approved: ['released', 'cancelled'],
  released: ['reconciled'],
  reconciled: [],
  cancelled: [],
}

export const batchMayBecome = (from: BatchKind, to: BatchKind): boolean => next[from].includes(to)

/** What became of one payment. `unknown`: the bank cannot say yet, so it is never paid again before it can. */
export type LineState =
  | { kind: 'waiting' }
  /** Its batch was cancelled before release. */
  | { kind: 'withdrawn'; at: Instant }
  | { kind: 'sent'; at: Instant }
  | { kind: 'paid'; at: Instant; reference: string }
  /** `by`: who of finance gave it up. */
  | { kind: 'failed'; at: Instant; why: string; by?: string }
  /** `waitsForCustomer`: to confirm it in WeChat. `refused`: WeChat would not make the bill. */
  | { kind: 'unknown'; at: Instant; why: string; waitsForCustomer?: true; refused?: true }

export type LineOutcome = Extract<LineState, { kind: 'paid' | 'failed' | 'unknown' }>

/** Whether the bank's answer can still be written on a line: what is paid or failed stays so. */
export const mayStillLearn = ({ kind }: LineState): boolean => kind === 'sent' || kind === 'unknown'

/** A payment that failed before: which one this is, from 2, and why the last one failed. */
export interface PaidAgain {
  nth: number
  why: string
}

/**
 * “失败过再付的，让复核的人看见是第几次、上次为什么没付成。” From what became of the earlier attempts, the oldest first; a batch that was
 * cancelled before release paid nothing and does not count.
 */
export function paidAgain(earlier: readonly LineState[]): PaidAgain | null {
  const failures = earlier.flatMap((state) => (state.kind === 'failed' ? [state.why] : []))
  const why = failures.at(-1)
  return why === undefined ? null : { nth: failures.length + 1, why }
}

/** Whether the line's answer is final. */
export const isSettled = ({ kind }: LineState): boolean => kind === 'paid' || kind === 'failed'
