import { appointStaff as operation } from '#contract/staff'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { putStaff } from '#store/staff'
import { findTermsInForce } from '#store/terms'

/** Only who stands at a counter has a place: a branch or workshop of the terms in force. */
export const appointStaff = handle(operation, 'system', async (input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { branches, servicePack } = inForce.terms
  const { account, name, role, active } = input
  const branch = role === 'branch' ? branches.find(({ branchCode }) => branchCode === input.branchCode) : null
  if (branch === undefined) return refuse('branch-unknown')
  const workshop =
    role === 'workshop' ? servicePack.workshops.find(({ workshopId }) => workshopId === input.workshopId) : null
  if (workshop === undefined) return refuse('workshop-unknown')
  await putStaff({
    _id: account,
    name,
    role,
    branchCode: branch?.branchCode ?? null,
    workshopId: workshop?.workshopId ?? null,
    active,
    appointedAt: call.now,
  })
  return {}
})
