import type { CallOutcome } from '#values/call-outcomes'
import type { Day, Instant } from '#values/days'
import type { Fen } from '#values/money'
import type { DrivingRegion, UsageNature, VehicleType } from '#values/vehicle-words'
import { collection, command, type Fields } from './collection'

/** Somebody of staff called, and what came of it. */
interface LeadCall {
  at: Instant
  /** A staff id. */
  by: string
  /** As the roster named them then. */
  byName: string
  outcome: CallOutcome
  /** Without numbers or plates; null where nothing was written. */
  note: string | null
  requestKey: string
}

/** 预约: somebody whom a branch is to call. */
export interface Lead {
  /** `<campaignId>.<account>.<requestKey>` */
  _id: string
  campaignId: string
  /** The WeChat account that booked. */
  account: string
  kind: 'apply' | 'renew'
  branchCode: string
  sealedName: string
  nameMask: string
  sealedPhone: string
  phoneMask: string
  /** Of the bound vehicle that is to be renewed. */
  vehicleId: string | null
  /** As it was given with the quote; null where it was not. */
  sealedPlate: string | null
  plateMask: string | null
  quoted: {
    vehicleType: VehicleType
    usageNature: UsageNature
    drivingRegion: DrivingRegion
    payableFen: Fen | null
  } | null
  channel: string | null
  bookedAt: Instant
  /** The branch calls by this day. */
  callsUntilOn: Day
  state: 'open' | 'contacted'
  calls: LeadCall[]
  /** How many calls there are: a write names the number it read. */
  callCount: number
}

const leads = collection<Lead>('leads')

export const findLead = (id: string): Promise<Lead | null> => leads.find(id)

/** False when the same request has booked it before. */
export const addLead = (lead: Lead): Promise<boolean> => leads.add(lead)

export const listLeadsOf = (account: string): Promise<Lead[]> => leads.listAll({ account })

/** On the customer's own request. */
export const removeLeadsOf = (account: string): Promise<number> => leads.removeWhere({ account })

/** Which bookings a list is of. */
export interface LeadList {
  state: Lead['state']
  branchCode?: string
  kind?: Lead['kind']
  channel?: string
  /** Promised by an earlier day than this. */
  promisedBefore?: Day
}

/** Where a page ends: in the order of promised days. */
export type LeadPlace = Pick<Lead, '_id' | 'callsUntilOn'>

/**
 * What waits by the earliest promised day first, what is dealt with by the latest. One database operation for the first page,
 * up to two for each further one.
 */
export async function listLeads(
  { promisedBefore, ...where }: LeadList,
  { after, limit }: { after: LeadPlace | null; limit: number },
): Promise<Lead[]> {
  const direction = where.state === 'open' ? 'asc' : 'desc'
  const beyond = where.state === 'open' ? command.gt : command.lt
  const ask = (more: Fields, most: number): Promise<Lead[]> =>
    leads.list({ ...where, ...more }, { orderBy: ['callsUntilOn', direction], thenBy: ['_id', direction], limit: most })
  const within = promisedBefore === undefined ? null : command.lt(promisedBefore)
  if (!after) return ask(within ? { callsUntilOn: within } : {}, limit)
  const sameDay = await ask({ callsUntilOn: after.callsUntilOn, _id: beyond(after._id) }, limit)
  if (sameDay.length === limit) return sameDay
  const further = beyond(after.callsUntilOn)
  return [...sameDay, ...(await ask({ callsUntilOn: within ? further.and(within) : further }, limit - sameDay.length))]
}

/** How many wait for a call and how many of them are late on that day, of one branch or of all. One database operation. */
export async function countLeads(on: Day, branchCode: string | null): Promise<{ waiting: number; overdue: number }> {
  const $ = command.aggregate
  const [counted] = await leads.groups<{ waiting: number; overdue: number }>(
    { state: 'open', ...(branchCode === null ? {} : { branchCode }) },
    { _id: null, waiting: $.sum(1), overdue: $.sum($.cond([$.lt(['$callsUntilOn', on]), 1, 0])) },
  )
  return { waiting: counted?.waiting ?? 0, overdue: counted?.overdue ?? 0 }
}

/** Adds a call; false when another was noted since it was read, or the booking is dealt with or gone. */
export async function addCall(
  { _id, calls, callCount }: Pick<Lead, '_id' | 'calls' | 'callCount'>,
  call: LeadCall,
  state: Lead['state'],
): Promise<boolean> {
  const updated = await leads.updateWhere(
    { _id, state: 'open', callCount },
    { state, calls: command.set([...calls, call]), callCount: callCount + 1 },
  )
  return updated === 1
}
