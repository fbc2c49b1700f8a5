import { type Carrier, carrierOf, carriers, isTrackingNumber } from '#values/carriers'
import { readCsv } from '#values/csv'
import type { ListProblem } from './code-list'

/** The columns that a list of parcels must have, in any order among others. */
export const sendingColumns = { benefitId: '奖品单号', carrier: '承运商', trackingNumber: '快递单号' } as const

/** One parcel of the list. */
export interface Sending {
  line: number
  benefitId: string
  carrier: Carrier
  trackingNumber: string
}

const names = Object.values(sendingColumns)

/**
 * “把待寄清单填上承运商和快递单号再传回来；哪一行哪一列不对就指出来，对的照样登记。” (§5.4.4)
 * A line without carrier and number has not been sent yet: it is passed over.
 */
export function readSendingList(text: string): { lines: number; sendings: Sending[]; problems: ListProblem[] } {
  const [header, ...body] = readCsv(text)
  const missing = names.filter((name) => !header?.cells.includes(name))
  if (!header || missing.length > 0) {
    const message = `缺少${missing.map((name) => `“${name}”`).join('、')}列`
    return { lines: body.length, sendings: [], problems: [{ line: header?.line ?? 1, column: null, message }] }
  }
  const lineOf = new Map<string, number>()
  const sendings: Sending[] = []
  const problems: ListProblem[] = []
  for (const { line, cells } of body) {
    const cellOf = (name: string) => cells[header.cells.indexOf(name)] ?? ''
    const benefitId = cellOf(sendingColumns.benefitId)
    const written = cellOf(sendingColumns.carrier)
    const trackingNumber = cellOf(sendingColumns.trackingNumber).replace(/^'/, '').toUpperCase()
    if (written === '' && trackingNumber === '') continue
    const carrier = carrierOf(written)
    const before = lineOf.get(benefitId)
    const wrong = (column: string, message: string) => problems.push({ line, column, message })
    if (benefitId === '') wrong(sendingColumns.benefitId, '没有填写奖品单号')
    else if (before !== undefined) wrong(sendingColumns.benefitId, `与第 ${before} 行是同一件奖品`)
    if (carrier === null) wrong(sendingColumns.carrier, `不认识的承运商，可写：${Object.values(carriers).join('、')}`)
    if (!isTrackingNumber(trackingNumber)) wrong(sendingColumns.trackingNumber, '单号为 8 到 24 位字母、数字或连字符')
    if (benefitId === '' || before !== undefined || carrier === null || !isTrackingNumber(trackingNumber)) continue
    lineOf.set(benefitId, line)
    sendings.push({ line, benefitId, carrier, trackingNumber })
  }
  return { lines: body.length, sendings, problems }
}
