import type { Instant } from '#values/days'
import type { Fen } from '#values/money'
import type { LineState } from './payout'

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
}

/**
 * “成功才算到账；失败和撤销算失败；其余都还不知道，不能再付。” In WeChat's states only SUCCESS, FAIL and CANCELLED are final.
 */
export function lineStateOf({ state, billNumber, failReason }: TransferAnswer, at: Instant): LineState {
  switch (state) {
    case 'SUCCESS':
      return { kind: 'paid', at, reference: billNumber }
    case 'FAIL':
      return { kind: 'failed', at, why: failReason ?? '微信没有写明原因' }
    case 'CANCELLED':
      return { kind: 'failed', at, why: '转账已撤销' }
    case 'ACCEPTED':
    case 'PROCESSING':
    case 'TRANSFERING':
    case 'CANCELING':
      return { kind: 'unknown', at, why: '微信正在处理' }
    case 'WAIT_USER_CONFIRM':
      return { kind: 'unknown', at, why: '等客户在微信里确认收款' }
  }
}

/** WeChat wants the payee's name from ¥2,000 up. */
const NAME_NEEDED_FROM_FEN = 200_000
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
 * One payment as WeChat asks for it. `encryptedName`: by WeChat's public key; null below ¥2,000.
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
