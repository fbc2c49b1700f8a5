import type { Instant } from '#values/days'
import type { Fen } from '#values/money'
import type { LineOutcome, LineState } from './payout'

/** WeChat's states of a transfer bill (商家转账, API v3). */
export type TransferState =
  | 'ACCEPTED'
  | 'PROCESSING'
  | 'WAIT_USER_CONFIRM'
  | 'TRANSFERING'
  | 'SUCCESS'
  | 'FAIL'
  | 'CANCELING'
  | 'CANCELLED'

/** What WeChat said of one bill. */
export interface TransferAnswer {
  state: TransferState
  billNumber: string
  failReason: string | null
  /** What the customer's own WeChat opens the confirmation with; null but for a new bill that waits for it. */
  packageInfo: string | null
}

/**
 * “成功才算到账；失败和撤销算失败；其余都还不知道，不能再付。” In WeChat's states only SUCCESS, FAIL and CANCELLED are final.
 */
export function lineStateOf({ state, billNumber, failReason }: TransferAnswer, at: Instant): LineOutcome {
  switch (state) {
    case 'SUCCESS':
      return { kind: 'paid', at, reference: billNumber }
    case 'FAIL':
      return { kind: 'failed', at, why: failWords(failReason) }
    case 'CANCELLED':
      return { kind: 'failed', at, why: '转账已撤销' }
    case 'ACCEPTED':
    case 'PROCESSING':
    case 'TRANSFERING':
    case 'CANCELING':
      return { kind: 'unknown', at, why: '微信正在处理' }
    case 'WAIT_USER_CONFIRM':
      return { kind: 'unknown', at, why: '等客户在微信里确认收款', waitsForCustomer: true }
  }
}

/** WeChat's reasons that a customer can do something about, in Chinese; another stands as WeChat says it, for staff to look up. */
const failTexts: Readonly<Record<string, string>> = {
  NAME_NOT_CORRECT: '微信里的实名和投保人不是同一个人',
  REAL_NAME_CHECK_FAIL: '收款的微信还没有实名',
  OVERDUE_CLOSE: '超过时间没有在微信里确认收款',
  RECEIVE_ACCOUNT_NOT_CONFIGURE: '收款的微信没有设置收款方式',
}
const failWords = (reason: string | null): string =>
  reason === null ? '微信没有写明原因' : (failTexts[reason] ?? `微信没有付成（${reason}）`)

/** “微信明确没有受理的一笔，才能不再请它付。” What it has taken, or not answered about, may be paid yet. */
export const mayBeGivenUp = (state: LineState): boolean => state.kind === 'unknown' && state.refused === true

/** A call that asks WeChat ends within a minute: after two, none is under way that was begun before asking was stopped. */
const ASKING_ENDS_WITHIN_MS = 2 * 60_000

/** “刚请过的，等两分钟再问微信有没有受理。” `askedForAt`: when WeChat was last asked to make the bill. */
export const isAskingOver = (askedForAt: Instant | undefined, now: Instant): boolean =>
  askedForAt === undefined || now - askedForAt >= ASKING_ENDS_WITHIN_MS

/** WeChat wants the payee's name from ¥2,000 up, and takes none below ¥0.30. */
const NAME_NEEDED_FROM_FEN = 200_000
const NAME_TAKEN_FROM_FEN = 30

/**
 * “传姓名，微信核对：不是投保人本人的微信，不付。” A family's telephone may be bound to the policy, and its owner is not the holder. So the name goes
 * along wherever WeChat takes one.
 */
export const isNameTaken = (netFen: Fen): boolean => netFen >= NAME_TAKEN_FROM_FEN

/** 行销活动: the scene in which rewards of a campaign are transferred. */
const SCENE = '1000'

export interface TransferRequest {
  appid: string
  out_bill_no: string
  transfer_scene_id: string
  openid: string
  user_name?: string
  transfer_amount: number
  transfer_remark: string
  transfer_scene_report_infos: { info_type: string; info_content: string }[]
}

/**
 * One payment as WeChat asks for it. `encryptedName`: by WeChat's public key; null where WeChat takes none.
 * @throws Error for ¥2,000 or more without a name
 */
export function transferRequest(
  appid: string,
  campaign: string,
  payment: { billNumber: string; openid: string; encryptedName: string | null; netFen: Fen; remark: string },
): TransferRequest {
  if (payment.netFen >= NAME_NEEDED_FROM_FEN && payment.encryptedName === null) {
    throw new Error(`${payment.billNumber} needs the payee's name`)
  }
  return {
    appid,
    out_bill_no: payment.billNumber,
    transfer_scene_id: SCENE,
    openid: payment.openid,
    ...(payment.encryptedName === null ? {} : { user_name: payment.encryptedName }),
    transfer_amount: payment.netFen,
    transfer_remark: payment.remark.slice(0, 32),
    transfer_scene_report_infos: [
      { info_type: '活动名称', info_content: campaign.slice(0, 32) },
      { info_type: '奖励说明', info_content: payment.remark.slice(0, 32) },
    ],
  }
}

/** Ours for WeChat: letters and digits alone, at most 32, the same for the same line. */
export const billNumberOf = (batchId: string, number: number): string =>
  `${batchId.replace(/[^A-Za-z0-9]/g, '')}N${number}`.slice(0, 32)
