import { uploadCodes as operation } from '#contract/coupon-codes'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { readCodeList } from '#rules/prize-collection/code-list'
import { addCodes, findUploadedCodes } from '#store/coupon-codes'
import { findTermsInForce } from '#store/terms'

/** As many as one call can add. */
const MOST_CODES = 1_000

/** Codes that are there stay as they are: the same list twice, or sent again after a crash, adds what is missing and no more. */
export const uploadCodes = handle(
  operation,
  forStaff('reviewer', 'admin'),
  async ({ prizeId, text, preview }, call) => {
    if (call.staff.branchCode !== null) return refuse('not-allowed')
    const inForce = await findTermsInForce()
    if (!inForce) return refuse('campaign-not-published')
    const { campaignId, prizeDraw } = inForce.terms
    const prize = prizeDraw.prizes.find((one) => one.prizeId === prizeId)
    if (prize?.delivery !== 'coupon') return refuse('prize-not-coupon')
    const { lines, codes, problems } = readCodeList(text)
    if (lines > MOST_CODES) {
      return refuse('input-invalid', [{ field: 'text', message: `一次最多 ${MOST_CODES} 行，请分几次上传` }])
    }
    const uploaded = await findUploadedCodes(
      campaignId,
      codes.map(({ code }) => code),
    )
    const others = codes.flatMap(({ line, code }) => {
      const prizeOfCode = uploaded.get(code)
      if (prizeOfCode === undefined || prizeOfCode === prizeId) return []
      return [{ line, column: '券码', message: '这个券码已上传给另一种奖品' }]
    })
    const fresh = codes.map(({ code }) => code).filter((code) => !uploaded.has(code))
    const known = codes.length - fresh.length - others.length
    const found = [...problems, ...others].sort((a, b) => a.line - b.line)
    if (preview) return { lines, added: fresh.length, known, problems: found }
    const added = await addCodes(campaignId, prizeId, fresh, { at: call.now, by: call.staff._id })
    await audit(call, {
      what: 'code-list.upload',
      object: { kind: 'code-list', id: `${campaignId}.${prizeId}` },
      after: { prizeId, count: added },
      why: `上传 ${lines} 行，新增 ${added} 个`,
    })
    return { lines, added, known, problems: found }
  },
)
