import { openConsole as operation } from '#contract/console'
import { forStaff, handle } from '#pipeline/handler'
import { campaignHead } from '#rules/campaign/head'
import { findTermsInForce } from '#store/terms'

/** “谁在用后台，看的是哪个活动。” Everybody of the roster but the workshops' people, who have nothing to do there. */
export const openConsole = handle(
  operation,
  forStaff('admin', 'reviewer', 'finance', 'branch', 'analyst'),
  async (_input, { now, staff }) => {
    const inForce = await findTermsInForce()
    const branch = inForce?.terms.branches.find(({ branchCode }) => branchCode === staff.branchCode)
    return {
      campaign: inForce && campaignHead(inForce, now),
      now,
      me: { staffId: staff._id, name: staff.name, role: staff.role, branchName: branch?.name ?? staff.branchCode },
    }
  },
)
