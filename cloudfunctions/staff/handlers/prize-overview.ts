import { readPrizeOverview as operation } from '#contract/prize-lists'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { countCodes } from '#store/coupon-codes'
import { countPrizes, type PrizeFilter } from '#store/prize-benefits'
import { findLastReconciliation } from '#store/reconciliations'
import { findTermsInForce } from '#store/terms'
import { type Day, dayOf } from '#values/days'

export const readPrizeOverview = handle(
  operation,
  forStaff('reviewer', 'admin', 'analyst', 'finance'),
  async (_input, { now }) => {
    const inForce = await findTermsInForce()
    if (!inForce) return refuse('campaign-not-published')
    const { campaignId, prizeDraw } = inForce.terms
    const last = await findLastReconciliation(campaignId)
    const prizes = await Promise.all(
      prizeDraw.prizes.map(async ({ prizeId, name, delivery, quantity }) => {
        const of = { campaignId, prizeId }
        const [customer, review, handOver, handedOver, overdue, codes] = await Promise.all([
          countPrizes({ ...of, waitsFor: 'customer' }),
          countPrizes({ ...of, waitsFor: 'review' }),
          countPrizes({ ...of, waitsFor: 'hand-over' }),
          countPrizes({ ...of, status: 'fulfilled' }),
          countOverdue(of, dayOf(now)),
          delivery === 'coupon' ? countCodes(campaignId, prizeId) : null,
        ])
        const proof = last?.prizes.find((one) => one.prizeId === prizeId)
        return {
          ...{ prizeId, name, delivery, quantity },
          won: proof?.won ?? 0,
          left: proof?.left ?? quantity,
          held: proof?.held ?? 0,
          returned: proof?.returned ?? 0,
          holds: proof?.holds ?? true,
          waiting: { customer, review, handOver },
          handedOver,
          overdue,
          codes: codes && {
            ...codes,
            assigned: codes.uploaded - codes.free,
            missing: Math.max(0, handOver - codes.free),
          },
        }
      }),
    )
    return { prizes, reconciledAt: last?.at ?? null }
  },
)

const countOverdue = async (of: PrizeFilter, today: Day): Promise<number> => {
  const late = { ...of, dueBefore: today }
  const [pending, approved] = await Promise.all([
    countPrizes({ ...late, status: 'pending' }),
    countPrizes({ ...late, status: 'approved' }),
  ])
  return pending + approved
}
