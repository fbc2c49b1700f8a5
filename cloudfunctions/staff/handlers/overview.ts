import { readOverview as operation, workListSchema } from '#contract/overview'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { lateOn } from '#rules/review/review-due'
import { countLeads } from '#store/leads'
import { countWork } from '#store/ledger-figures'
import { findTermsInForce } from '#store/terms'
import { dayOf } from '#values/days'

/**
 * “每张工作单上等着多少、逾期多少。” (§7) A branch person sees the own branch's. Two database operations beside those of any
 * staff call, both at once.
 */
export const readOverview = handle(
  operation,
  forStaff('admin', 'reviewer', 'finance', 'branch', 'analyst'),
  async (_input, { now, staff }) => {
    const inForce = await findTermsInForce()
    if (!inForce) return refuse('campaign-not-published')
    const where = staff.branchCode === null ? {} : { branchCode: staff.branchCode }
    const [counted, leads] = await Promise.all([
      countWork(inForce.terms.campaignId, lateOn(inForce.terms, dayOf(now)), where),
      countLeads(dayOf(now), staff.branchCode),
    ])
    const work = workListSchema.options.map(
      (list) => counted.find((one) => one.list === list) ?? { list, waiting: 0, overdue: 0 },
    )
    return { now, seesCampaign: staff.branchCode === null, work, leads }
  },
)
