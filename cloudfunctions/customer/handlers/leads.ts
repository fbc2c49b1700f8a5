import { bookVisit as bookOperation, listBranches as branchesOperation } from '#contract/leads'
import { handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import { runningPeriod } from '#rules/campaign/phase'
import type { Terms } from '#rules/campaign/terms'
import { accountOf } from '#store/accounts'
import { findBinding } from '#store/bindings'
import { addLead, findLead, type Lead } from '#store/leads'
import { takeFrom } from '#store/limits'
import { listPoliciesBetween } from '#store/policy-book'
import { sealText } from '#store/secrets'
import { findTermsInForce } from '#store/terms'
import { addBusinessDays } from '#values/business-days'
import { dayOf } from '#values/days'
import { maskName, maskPhone, maskPlate } from '#values/masks'
import { fen } from '#values/money'

/** A customer's bookings in 24 hours: enough for every car of a family. */
const LEADS_A_DAY = { what: 'leads', most: 5 }
/** A branch calls by the next working day. */
const CALLS_WITHIN_WORKING_DAYS = 1

export const listBranches = handle(branchesOperation, 'anyone', async () => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  return { branches: inForce.terms.branches }
})

export const bookVisit = handle(bookOperation, 'customer', async (input, call) => {
  const inForce = await findTermsInForce()
  if (!inForce) return refuse('campaign-not-published')
  const { terms } = inForce
  const account = accountOf(call.customer.openid)
  const _id = [terms.campaignId, account, input.requestKey].join('.')
  const before = await findLead(_id)
  if (before) return answer(terms, before)
  if (call.now >= runningPeriod(terms).runsUntilAt) return refuse('campaign-over')
  if (!terms.branches.some(({ branchCode }) => branchCode === input.branchCode)) return refuse('branch-unknown')
  if (input.vehicleId !== undefined && !(await holds(account, input.vehicleId))) return refuse('vehicle-unknown')
  if (!(await takeFrom(LEADS_A_DAY, account, call.now))) return refuse('too-many-leads')

  const { quoted } = input
  const lead: Lead = {
    _id,
    campaignId: terms.campaignId,
    account,
    kind: input.kind,
    branchCode: input.branchCode,
    sealedName: sealText(input.name),
    nameMask: maskName(input.name),
    sealedPhone: sealText(input.phone),
    phoneMask: maskPhone(input.phone),
    vehicleId: input.vehicleId ?? null,
    sealedPlate: input.plate === undefined ? null : sealText(input.plate),
    plateMask: input.plate === undefined ? null : maskPlate(input.plate),
    quoted: quoted ? { ...quoted, payableFen: quoted.payableFen === null ? null : fen(quoted.payableFen) } : null,
    channel: input.channel ?? null,
    bookedAt: call.now,
    callsUntilOn: addBusinessDays(dayOf(call.now), CALLS_WITHIN_WORKING_DAYS, terms.workingDays.overrides),
    state: 'open',
    calls: [],
    callCount: 0,
  }
  if (await addLead(lead)) return answer(terms, lead)
  // The same request came twice at the same moment: the one that stands is the answer.
  const standing = await findLead(_id)
  return standing ? answer(terms, standing) : refuse('busy')
})

async function holds(account: string, vehicleId: string): Promise<boolean> {
  const binding = await findBinding(account)
  return binding !== null && (await listPoliciesBetween([binding.holderId], [vehicleId])).length > 0
}

function answer(terms: Terms, { _id, branchCode, bookedAt, callsUntilOn }: Lead) {
  const branch = terms.branches.find((one) => one.branchCode === branchCode)
  if (!branch) throw new Error(`terms have no branch ${branchCode}`)
  return { leadId: _id, branchName: branch.name, branchPhone: branch.phone, bookedAt, callsUntilOn }
}
