import { createHash } from 'node:crypto'
import type { LineProblem } from '#contract/prize-sending'
import {
  exportShippingList as exportOperation,
  sendPrizes as listOperation,
  sendPrize as operation,
} from '#contract/prize-sending'
import { finishHandOver } from '#decisions/finish-hand-over'
import { audit } from '#pipeline/audit'
import { type CallBy, forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { PrizeBenefit } from '#rules/benefit/benefit'
import { readSendingList, type Sending, sendingColumns } from '#rules/prize-collection/sending-list'
import { findPrizes } from '#store/prize-benefits'
import {
  findPrizeCollections,
  type HandOver,
  listToHandOver,
  noteSent,
  type PrizeCollection,
  readRecipient,
} from '#store/prize-collections'
import { findTermsInForce, type TermsInForce } from '#store/terms'
import { inTurns } from '#store/told'
import { unmask } from '#store/unmasking'
import { csvLine } from '#values/csv'
import { dayOf } from '#values/days'

/** As many as one call can note, or open and log. */
const MOST_PARCELS = 200
/** Parcels go everywhere: somebody who does one branch alone sends none. */
const senders = forStaff('reviewer', 'admin')
type StaffCall = CallBy<typeof senders>
type Parcel = Pick<Sending, 'benefitId' | 'carrier' | 'trackingNumber'>

/** What noting a parcel would come to. */
type Outcome = 'new' | 'repeated' | 'prize-unknown' | 'prize-not-ready' | 'prize-handed-over'

function outcomeOf(
  { carrier, trackingNumber }: Parcel,
  benefit: PrizeBenefit | undefined,
  details: PrizeCollection | undefined,
): Outcome {
  if (benefit?.rule !== 'prize-draw') return 'prize-unknown'
  const noted = details?.handOver
  if (noted?.kind === 'carrier' && noted.carrier === carrier && noted.trackingNumber === trackingNumber)
    return 'repeated'
  if (noted || benefit.status.kind === 'fulfilled') return 'prize-handed-over'
  return benefit.status.kind === 'approved' && details?.way === 'delivery' ? 'new' : 'prize-not-ready'
}

/** Notes the parcel and brings it into the ledger. False when somebody else noted another meanwhile. */
async function note(
  inForce: TermsInForce,
  { benefitId, carrier, trackingNumber }: Parcel,
  call: StaffCall,
): Promise<boolean> {
  const handOver: HandOver = { kind: 'carrier', at: call.now, by: call.staff._id, carrier, trackingNumber }
  if (!(await noteSent(benefitId, handOver))) return false
  await finishHandOver(inForce.terms, { _id: benefitId, handOver })
  return true
}

/** Once for each parcel. */
const logSending = ({ benefitId, carrier, trackingNumber }: Parcel, { prizeId }: PrizeCollection, call: StaffCall) =>
  audit(call, {
    what: 'hand-over.send',
    object: { kind: 'benefit', id: benefitId },
    after: { carrier, prizeId },
    why: '登记快递',
    deed: trackingNumber,
  })

export const sendPrize = handle(operation, senders, async (parcel, call) => {
  if (call.staff.branchCode !== null) return refuse('not-allowed')
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const [[benefit], [details]] = await Promise.all([
    findPrizes([parcel.benefitId]),
    findPrizeCollections([parcel.benefitId]),
  ])
  const outcome = outcomeOf(parcel, benefit, details)
  if (outcome === 'repeated' && details) {
    await finishHandOver(inForce.terms, details)
    if (details.handOver?.by === call.staff._id) await logSending(parcel, details, call)
    return { sentAt: details.handOver?.at ?? call.now }
  }
  if (outcome !== 'new' || !details)
    return refuse(outcome === 'new' || outcome === 'repeated' ? 'prize-unknown' : outcome)
  if (!(await note(inForce, parcel, call))) return refuse('prize-handed-over')
  await logSending(parcel, details, call)
  return { sentAt: call.now }
})

const outcomeWords: Readonly<Record<Exclude<Outcome, 'new' | 'repeated'>, string>> = {
  'prize-unknown': '没有这件奖品',
  'prize-not-ready': '还没有核实，或不是快递发放',
  'prize-handed-over': '已经登记过另一个单号，或已当面发放',
}

/** Each line for itself: a wrong one stops no other, and the same list again changes nothing. */
export const sendPrizes = handle(listOperation, senders, async ({ text, preview }, call) => {
  if (call.staff.branchCode !== null) return refuse('not-allowed')
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { lines, sendings, problems: misread } = readSendingList(text)
  if (lines > MOST_PARCELS) {
    return refuse('input-invalid', [{ field: 'text', message: `一次最多 ${MOST_PARCELS} 行，请分几次上传` }])
  }
  const ids = sendings.map(({ benefitId }) => benefitId)
  const [benefits, collections] = await Promise.all([findPrizes(ids), findPrizeCollections(ids)])
  const benefitOf = new Map(benefits.map((benefit) => [benefit._id, benefit]))
  const detailsOf = new Map(collections.map((details) => [details._id, details]))
  const problems: LineProblem[] = [...misread]
  let sent = 0
  let repeated = 0
  /** Noted by this person, now or by the same list before. */
  let own = 0
  await inTurns(sendings, async (sending) => {
    const details = detailsOf.get(sending.benefitId)
    const outcome = outcomeOf(sending, benefitOf.get(sending.benefitId), details)
    const wrong = (message: string) => problems.push({ line: sending.line, column: sendingColumns.benefitId, message })
    if (outcome === 'repeated' && details) {
      repeated += 1
      if (details.handOver?.by === call.staff._id) own += 1
      if (!preview) await finishHandOver(inForce.terms, details)
    } else if (outcome === 'new' && details) {
      if (preview || (await note(inForce, sending, call))) {
        sent += 1
        own += 1
      } else wrong(outcomeWords['prize-handed-over'])
    } else wrong(outcomeWords[outcome === 'new' || outcome === 'repeated' ? 'prize-unknown' : outcome])
  })
  if (own > 0 && !preview) {
    const list = createHash('sha256').update(text).digest('hex')
    await audit(call, {
      what: 'hand-over.send',
      object: { kind: 'export', id: `${inForce.terms.campaignId}.sent.${list.slice(0, 16)}` },
      after: { count: own },
      why: '批量登记快递',
      deed: call.staff._id,
    })
  }
  return { lines, sent, repeated, problems: problems.sort((a, b) => a.line - b.line) }
})

const header = [
  sendingColumns.benefitId,
  '奖品',
  '收件人',
  '手机号',
  '省市区',
  '详细地址',
  sendingColumns.carrier,
  sendingColumns.trackingNumber,
]

const PAGE = 100
/** So many pages are looked through for one list. */
const PAGES = 50

/** What may go now, in the order of ids: what waits for its review, or was refused, is passed over and takes nobody's place. */
async function parcelsToSend(campaignId: string): Promise<PrizeCollection[]> {
  const parcels: PrizeCollection[] = []
  let after = ''
  for (let page = 0; page < PAGES && parcels.length < MOST_PARCELS; page += 1) {
    const found = await listToHandOver({ campaignId, way: 'delivery' }, { after, limit: PAGE })
    const benefits = await findPrizes(found.map(({ _id }) => _id))
    const approved = new Set(benefits.filter(({ status }) => status.kind === 'approved').map(({ _id }) => _id))
    parcels.push(...found.filter(({ _id }) => approved.has(_id)))
    const last = found.at(-1)
    if (!last || found.length < PAGE) break
    after = last._id
  }
  return parcels.slice(0, MOST_PARCELS)
}

export const exportShippingList = handle(exportOperation, senders, async ({ why }, call) => {
  if (call.staff.branchCode !== null) return refuse('not-allowed')
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { campaignId, prizeDraw } = inForce.terms
  const parcels = await parcelsToSend(campaignId)
  const rows = new Map<string, string>()
  await inTurns(parcels, async ({ _id, account, prizeId, sealedRecipient }) => {
    const opened = await unmask(sealedRecipient, {
      _id: call.random(16).toString('hex'),
      who: call.staff._id,
      whose: account,
      field: '收件人',
      why: `寄送奖品：${why}`,
      at: call.now,
    })
    const { name, phone, region, address } = readRecipient(opened)
    const prizeName = prizeDraw.prizes.find((prize) => prize.prizeId === prizeId)?.name ?? prizeId
    rows.set(_id, csvLine([_id, prizeName, name, phone, region.join(' '), address, '', '']))
  })
  await audit(call, {
    what: 'data.export',
    object: { kind: 'export', id: `${campaignId}.shipping.${call.now}` },
    after: { count: parcels.length, format: 'csv' },
    why,
  })
  const lines = parcels.map(({ _id }) => rows.get(_id) ?? '')
  return {
    fileName: `待寄清单-${dayOf(call.now)}.csv`,
    // The mark makes spreadsheets read it as UTF-8.
    text: `\uFEFF${[csvLine(header), ...lines].join('\r\n')}\r\n`,
    lines: lines.length,
  }
})
