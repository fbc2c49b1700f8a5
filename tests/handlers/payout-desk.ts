import type { OutputOf } from '#contract/operation'
import {
  approvePayout,
  buildPayout,
  importPayoutResults,
  type PayoutWay,
  readPayout,
  releasePayout,
} from '#contract/payout'
import type { PolicyBenefit } from '#rules/benefit/benefit'
import { accountOf } from '#store/accounts'
import { lookupHash, sealText, wechatPayeeHashOf } from '#store/secrets'
import { type Fen, fen } from '#values/money'
import type { CampaignEdits } from '../fixtures/edited-campaign'
import {
  type CampaignCloud,
  newNonce,
  onEighthDay,
  type Person,
  person,
  runningCampaign,
  testKeys,
} from './campaign-cloud'
import {
  benefitDocument,
  bindBy,
  holderDocument,
  holderOf,
  insert,
  policyDocument,
  type Someone,
  vehicleDocument,
} from './policy-book'
import { appointAll } from './review-desk'

export const builder = person('finance-builder')
export const approver = person('finance-approver')
export const thirdPerson = person('admin-third')

/** Invented payees, each with an account and an approved cash rebate. */
export const payee = (index: number): Someone => ({
  name: `收款${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}`,
  idNumber: `11010119900307${String(1000 + index)}`,
  phone: `1380000${String(2000 + index)}`,
})
const carOf = (index: number) => ({ vin: `LDEMO00000PAY${String(1000 + index)}` })
export const cardOf = (index: number): string => `62220200000000${String(10_000 + index)}`

export function rebateOf(index: number, amountFen: Fen = fen(60_000 + index)): PolicyBenefit {
  const policy = policyDocument(payee(index), carOf(index), { policyNumber: `PDPAY${1000 + index}` })
  // Long enough ago that nobody may take it back.
  const status = { kind: 'approved', at: onEighthDay - 3_600_000, by: 'reviewer', why: '核对无误' } as const
  return benefitDocument('renewal-rebate', policy, {
    status,
    history: [{ kind: 'pending', since: onEighthDay }],
    amountFen,
    costFen: amountFen,
    waitsSinceAt: onEighthDay + index,
  })
}

export const accountDocument = (index: number) => ({
  _id: holderOf(payee(index)),
  sealedCardNumber: sealText(cardOf(index)),
  cardHash: lookupHash('bank-card', cardOf(index)),
  bankName: '示范银行',
  tail: cardOf(index).slice(-4),
  savedAt: onEighthDay,
  savedBy: 'a'.repeat(16),
  consent: { at: onEighthDay, textHash: '0'.repeat(64) },
})

/** Approved rebates of so many payees, each with an account. */
export async function owe(cloud: CampaignCloud, indices: readonly number[], amountFen?: Fen): Promise<PolicyBenefit[]> {
  const benefits = indices.map((index) => rebateOf(index, amountFen))
  await insert(
    cloud,
    'holders',
    indices.map((index) => holderDocument(payee(index))),
  )
  await insert(cloud, 'bankAccounts', indices.map(accountDocument))
  await insert(cloud, 'benefits', benefits)
  return benefits
}

export async function payoutDesk(
  edits: CampaignEdits = [],
  environment: Record<string, string> = {},
): Promise<CampaignCloud> {
  const cloud = await runningCampaign(edits, { environment: { ...testKeys, SMS_PROVIDER: 'local', ...environment } })
  await appointAll(cloud, [
    [builder, 'finance'],
    [approver, 'finance'],
    [person('finance-third'), 'finance'],
    [thirdPerson, 'admin'],
    [person('finance-branch'), 'finance', 'SF0101'],
    [person('reviewer-a'), 'reviewer'],
  ])
  return cloud
}

/** A payee's WeChat account, as bound, and its purse, as chosen. */
export function withPurse({ openid }: Person, index: number) {
  const account = accountOf(openid)
  const holderId = holderOf(payee(index))
  return {
    binding: { _id: account, holderId, slot: `${holderId}.1`, boundAt: onEighthDay, riskRank: 0 },
    purse: {
      ...accountDocument(index),
      way: 'wechat-transfer',
      sealedCardNumber: sealText(openid),
      cardHash: wechatPayeeHashOf(openid),
      bankName: '微信零钱',
      tail: '',
      savedBy: account,
    },
  }
}

/** An approved rebate of a payee who has bound a policy and named no account yet. */
export async function oweBound(cloud: CampaignCloud, who: Person, index: number): Promise<void> {
  const owner = payee(index)
  const car = { ...carOf(index), plate: `京A80${100 + index}` }
  await insert(cloud, 'holders', [holderDocument(owner)])
  await insert(cloud, 'vehicles', [vehicleDocument(car)])
  await insert(cloud, 'policies', [policyDocument(owner, car, { policyNumber: `PDPAY${1000 + index}` })])
  await insert(cloud, 'benefits', [rebateOf(index)])
  await bindBy(cloud, who, owner, car)
}

export const build = async (
  cloud: CampaignCloud,
  by: Person = builder,
  requestKey = newNonce(),
  way: PayoutWay = 'bank-file',
) => (await cloud.get(buildPayout, { requestKey, way }, by)).batch

type Batch = Awaited<ReturnType<typeof build>>

export const approve = async (cloud: CampaignCloud, { batchId, hash }: Batch, by: Person = approver) =>
  (await cloud.get(approvePayout, { batchId, hash }, by)).batch

export const release = async (cloud: CampaignCloud, { batchId, hash }: Batch, by: Person = builder) =>
  (await cloud.get(releasePayout, { batchId, hash }, by)).batch

/** Built, approved and released. */
export async function released(cloud: CampaignCloud): Promise<Batch> {
  const batch = await build(cloud)
  await approve(cloud, batch)
  return release(cloud, batch)
}

export const linesOf = async (cloud: CampaignCloud, batchId: string) =>
  (await cloud.get(readPayout, { batchId }, builder)).lines

type Line = OutputOf<typeof readPayout>['lines'][number]

/** The bank's results file; `say` gives each line its state, reference and reason. */
export function resultsFile(
  batchId: string,
  lines: readonly Line[],
  say: (line: Line) => readonly [state: string, reference: string, why: string] | null,
): string {
  const rows = lines.flatMap((line) => {
    const said = say(line)
    const yuan = `${Math.floor(line.netFen / 100)}.${String(line.netFen % 100).padStart(2, '0')}`
    return said ? [[batchId, line.number, line.account.slice(-4), yuan, ...said].join(',')] : []
  })
  return `批次号,序号,账号后四位,金额,状态,流水号,失败原因\n${rows.join('\n')}\n`
}

/** By the approver: neither the builder nor the releaser may. */
export const importResults = (
  cloud: CampaignCloud,
  batchId: string,
  text: string | Uint8Array,
  by: Person = approver,
) => cloud.ask(importPayoutResults, { batchId, base64: Buffer.from(text).toString('base64') }, by)
