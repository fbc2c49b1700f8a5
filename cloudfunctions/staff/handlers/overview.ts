import { readOverview as operation, workListSchema } from '#contract/overview'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { countWork } from '#store/ledger-figures'
import { findTermsInForce } from '#store/terms'
import { dayOf } from '#values/days'

/**
 * “每张工作单上等着多少、逾期多少。” (§7) A branch person sees the own branch's. One database operation beside those of any
 * staff call.
 */
export const readOverview = handle(
  operation,
  forStaff('admin', 'reviewer', 'finance', 'branch', 'analyst'),
  async (_input, { now, staff }) => {
    const inForce = await findTermsInForce()
    if (!inForce) return refuse('campaign-not-published')
    const where = staff.branchCode === null ? {} : { branchCode: staff.branchCode }
    const counted = await countWork(inForce.terms.campaignId, dayOf(now), where)
    const work = workListSchema.options.map(
      (list) => counted.find((one) => one.list === list) ?? { list, waiting: 0, overdue: 0 },
    )
    return { now, seesCampaign: staff.branchCode === null, work }
  },
)
