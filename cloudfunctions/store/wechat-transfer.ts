import { constants, createSign, createVerify, publicEncrypt } from 'node:crypto'
import * as v from 'valibot'
import type { TransferAnswer, TransferRequest } from '#rules/payout/wechat-transfer'
import type { Instant } from '#values/days'

/** A merchant's account with WeChat Pay. Never run against WeChat yet (docs/payouts.md). */
export interface TransferAccount {
  /** The mini-program's, to which the payees' openids belong. */
  appId: string
  /** `https://api.mch.weixin.qq.com`, or a stand-in's. */
  url: string
  merchantId: string
  /** Of the merchant's certificate. */
  serialNumber: string
  /** PEM. */
  privateKey: string
  /** WeChat's public key and its id: names are encrypted with it, answers verified. */
  platformKey: string
  platformKeyId: string
}

const PATH = '/v3/fund-app/mch-transfer/transfer-bills'

const answerSchema = v.object({
  state: v.picklist([
    'ACCEPTED',
    'PROCESSING',
    'WAIT_USER_CONFIRM',
    'TRANSFERING',
    'SUCCESS',
    'FAIL',
    'CANCELING',
    'CANCELLED',
  ]),
  transfer_bill_no: v.string(),
  fail_reason: v.optional(v.nullable(v.string()), null),
  package_info: v.optional(v.nullable(v.string()), null),
})

/** How long WeChat has to answer: whoever asks for a batch asks for others too. */
const ANSWERS_WITHIN_MS = 5_000

/** An answer that WeChat signed. */
interface Said {
  status: number
  text: string
}

const TOO_MANY_REQUESTS = 429

/** WeChat would not make the bill, or not say what became of it; `code` is its word for why, e.g. NOT_ENOUGH. */
export class TransferRefused extends Error {
  /** It has not taken it, and will not as long as it is asked for the same; otherwise it may have, or was too busy. */
  readonly definite: boolean
  constructor(
    readonly code: string,
    status: number,
  ) {
    super(`WeChat refused the transfer with ${status}: ${code}`)
    this.definite = status >= 400 && status < 500 && status !== TOO_MANY_REQUESTS
  }
}

interface Moment {
  now: Instant
  nonce: string
}

/**
 * Asks WeChat for one transfer. The same bill number again is the same transfer.
 * @throws TransferRefused when WeChat refuses, Error when its answer is not signed by it: the payment stays unknown
 */
export const requestTransfer = (
  account: TransferAccount,
  request: TransferRequest,
  moment: Moment,
): Promise<TransferAnswer> => ask(account, 'POST', PATH, JSON.stringify(request), moment).then(answerIn)

/** What has become of a bill; null when WeChat knows of none by this number. @throws as {@link requestTransfer} */
export const readTransfer = (
  account: TransferAccount,
  billNumber: string,
  moment: Moment,
): Promise<TransferAnswer | null> =>
  ask(account, 'GET', `${PATH}/out-bill-no/${encodeURIComponent(billNumber)}`, '', moment).then((said) =>
    said.status === 404 ? null : answerIn(said),
  )

/** A payee's name as only WeChat can read it (RSA-OAEP with SHA-1, as its API asks). */
export const encryptName = ({ platformKey }: TransferAccount, name: string): string =>
  publicEncrypt(
    { key: platformKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    Buffer.from(name),
  ).toString('base64')

async function ask(
  account: TransferAccount,
  method: 'GET' | 'POST',
  path: string,
  body: string,
  { now, nonce }: Moment,
): Promise<Said> {
  const timestamp = String(Math.floor(now / 1000))
  const signature = createSign('RSA-SHA256')
    .update([method, path, timestamp, nonce, body, ''].join('\n'))
    .sign(account.privateKey, 'base64')
  const named = {
    mchid: account.merchantId,
    nonce_str: nonce,
    signature,
    timestamp,
    serial_no: account.serialNumber,
  }
  const parts = Object.entries(named).map(([name, value]) => `${name}="${value}"`)
  const response = await fetch(account.url + path, {
    method,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json',
      authorization: `WECHATPAY2-SHA256-RSA2048 ${parts.join(',')}`,
      'wechatpay-serial': account.platformKeyId,
    },
    ...(method === 'POST' ? { body } : {}),
    signal: AbortSignal.timeout(ANSWERS_WITHIN_MS),
  })
  const text = await response.text()
  if (!isSigned(account, response.headers, text))
    throw new Error(`an answer ${response.status} is not signed by WeChat`)
  return { status: response.status, text }
}

function answerIn({ status, text }: Said): TransferAnswer {
  if (status !== 200) throw new TransferRefused(codeIn(text), status)
  const { state, transfer_bill_no, fail_reason, package_info } = v.parse(answerSchema, JSON.parse(text))
  return { state, billNumber: transfer_bill_no, failReason: fail_reason, packageInfo: package_info }
}

/** WeChat's word for what was wrong: its sentence may repeat what was sent. */
function codeIn(text: string): string {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), v.object({ code: v.string() })), text)
  return read.success ? read.output.code : 'no code'
}

function isSigned({ platformKey, platformKeyId }: TransferAccount, headers: Headers, body: string): boolean {
  if (headers.get('wechatpay-serial') !== platformKeyId) return false
  const signed = [headers.get('wechatpay-timestamp'), headers.get('wechatpay-nonce'), body, ''].join('\n')
  return createVerify('RSA-SHA256')
    .update(signed)
    .verify(platformKey, headers.get('wechatpay-signature') ?? '', 'base64')
}
