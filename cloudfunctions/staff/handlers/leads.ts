import {
  type LeadItem,
  listLeads as listOperation,
  noteCall as noteOperation,
  revealLead as revealOperation,
} from '#contract/lead-desk'
import { audit } from '#pipeline/audit'
import { forStaff, handle } from '#pipeline/handler'
import { refuse } from '#pipeline/refuse'
import type { Terms } from '#rules/campaign/terms'
import { isTheirs } from '#rules/customer-data/may-see'
import { isCallOverdue, isDealtWith } from '#rules/lead/calls'
import { isInScope } from '#rules/review/may-review'
import { addCall, findLead, type Lead, type LeadPlace, listLeads as listStored } from '#store/leads'
import { listVehicles } from '#store/policy-book'
import type { StaffMember } from '#store/staff'
import { findTermsInForce } from '#store/terms'
import { unmask } from '#store/unmasking'
import { callOutcomes, MOST_TRIES } from '#values/call-outcomes'
import { day, dayOf, type Instant, isDay } from '#values/days'
import { withoutPersonal } from '#values/masks'
import { takeClearField } from '../customers/clear-fields'

/** Who calls, and who sees to it that somebody does. */
const callers = forStaff('branch', 'reviewer', 'admin')
const PAGE = 50

/** “预约了的，谁在哪天前要打电话，打过没有，都列得出。” (§5.1) At most three database operations beside those of any staff call. */
export const listLeads = handle(
  listOperation,
  forStaff('branch', 'reviewer', 'admin', 'analyst'),
  async ({ filter, cursor }, { now, staff }) => {
    const inForce = await findTermsInForce(now)
    if (!inForce) return refuse('campaign-not-published')
    const { terms } = inForce
    const { overdue, state, kind, channel } = filter
    const branchCode = staff.branchCode ?? filter.branchCode
    const where = {
      state,
      ...(branchCode !== undefined && { branchCode }),
      ...(kind !== undefined && { kind }),
      ...(channel !== undefined && { channel }),
      ...(overdue && { promisedBefore: dayOf(now) }),
    }
    const found = await listStored(where, { after: placeOf(cursor), limit: PAGE + 1 })
    const page = found.slice(0, PAGE)
    const last = found.length > PAGE ? page.at(-1) : undefined
    const vehicles = await listVehicles([...new Set(page.flatMap(({ vehicleId }) => vehicleId ?? []))])
    const plates = new Map(vehicles.map(({ _id, plateMask }) => [_id, plateMask]))
    return {
      items: page.map((lead) => itemOf(terms, lead, plates, now)),
      next: last ? `${last.callsUntilOn} ${last._id}` : null,
      branches: terms.branches
        .filter((branch) => isInScope(staff, branch))
        .map(({ branchCode, name }) => ({ branchCode, name })),
      channels: terms.promotion.channels.map(({ channelId, name }) => ({ channelId, name })),
      now,
    }
  },
)

function placeOf(cursor: string | null): LeadPlace | null {
  const [on, _id] = cursor?.split(' ') ?? []
  return on && isDay(on) && _id ? { callsUntilOn: day(on), _id } : null
}

function itemOf(terms: Terms, lead: Lead, plates: ReadonlyMap<string, string>, now: Instant): LeadItem {
  const { _id, kind, state, nameMask, phoneMask, plateMask, vehicleId, quoted, branchCode, channel } = lead
  return {
    leadId: _id,
    kind,
    state,
    name: nameMask,
    phone: phoneMask,
    plate: plateMask ?? plates.get(vehicleId ?? '') ?? null,
    quoted,
    branchName: terms.branches.find((branch) => branch.branchCode === branchCode)?.name ?? branchCode,
    channelName: terms.promotion.channels.find(({ channelId }) => channelId === channel)?.name ?? channel,
    bookedAt: lead.bookedAt,
    callsUntilOn: lead.callsUntilOn,
    overdue: isCallOverdue(lead, dayOf(now)),
    calls: lead.calls.map(({ at, byName, outcome, note }) => ({ at, by: byName, outcome, note })),
  }
}

/** The booking, where it is this person's to deal with. */
async function findOwn(staff: StaffMember, leadId: string): Promise<Lead | null> {
  const lead = await findLead(leadId)
  return lead && isTheirs(staff, [lead.branchCode]) ? lead : null
}

/** Each value stands in the log that the customer reads before it leaves this function. */
export const revealLead = handle(revealOperation, callers, async ({ leadId, why }, call) => {
  const { staff, now } = call
  const lead = await findOwn(staff, leadId)
  if (!lead) return refuse('lead-unknown')
  if (!(await takeClearField(staff, call))) return refuse('too-many-look-ups')
  const open = (sealed: string, field: string): Promise<string> =>
    unmask(sealed, {
      _id: call.random(16).toString('hex'),
      who: staff._id,
      whose: lead.account,
      field,
      why,
      at: now,
    })
  const name = await open(lead.sealedName, '预约称呼')
  const phone = await open(lead.sealedPhone, '预约手机号')
  const plate = lead.sealedPlate === null ? null : await open(lead.sealedPlate, '预约车牌号')
  await audit(call, {
    what: 'customer.unmask',
    object: { kind: 'lead', id: leadId },
    after: { field: plate === null ? '称呼、手机号' : '称呼、手机号、车牌号' },
    why,
  })
  return { name, phone, plate }
})

const stateAfter = (calls: Lead['calls']): Lead['state'] =>
  isDealtWith(calls.map(({ outcome }) => outcome)) ? 'contacted' : 'open'

/** The write alone decides who was first; a request that comes again is answered from what it wrote. */
export const noteCall = handle(noteOperation, callers, async ({ leadId, outcome, note, requestKey }, call) => {
  const { staff, now } = call
  const lead = await findOwn(staff, leadId)
  if (!lead) return refuse('lead-unknown')
  const finish = async ({ calls }: Pick<Lead, 'calls'>) => {
    const index = calls.findIndex((one) => one.requestKey === requestKey && one.by === staff._id)
    const noted = calls[index]
    if (!noted) return null
    const until = calls.slice(0, index + 1)
    const state = stateAfter(until)
    await audit(call, {
      what: 'lead.call',
      object: { kind: 'lead', id: leadId },
      after: { outcome: callOutcomes[noted.outcome], state, count: until.length, branchCode: lead.branchCode },
      why: noted.note ?? callOutcomes[noted.outcome],
      deed: requestKey,
    })
    return { state, calledAt: noted.at, triesLeft: state === 'open' ? MOST_TRIES - until.length : 0 }
  }
  const done = await finish(lead)
  if (done) return done
  if (lead.state !== 'open') return refuse('lead-changed')
  const noted = {
    at: now,
    by: staff._id,
    byName: staff.name,
    outcome,
    note: withoutPersonal(note) || null,
    requestKey,
  }
  const calls = [...lead.calls, noted]
  const added = await addCall(lead, noted, stateAfter(calls))
  const standing = added ? { calls } : await findLead(leadId)
  return (standing && (await finish(standing))) ?? refuse('lead-changed')
})
