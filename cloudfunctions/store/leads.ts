import type { Day, Instant } from '#values/days'
import type { Fen } from '#values/money'
import type { DrivingRegion, UsageNature, VehicleType } from '#values/vehicle-words'
import { collection } from './collection'

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
  sealedPhone: string
  phoneMask: string
  /** Of the bound vehicle that is to be renewed. */
  vehicleId: string | null
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
  state: 'open'
}

const leads = collection<Lead>('leads')

export const findLead = (id: string): Promise<Lead | null> => leads.find(id)

/** False when the same request has booked it before. */
export const addLead = (lead: Lead): Promise<boolean> => leads.add(lead)

export const listLeadsOf = (account: string): Promise<Lead[]> => leads.listAll({ account })

/** On the customer's own request. */
export const removeLeadsOf = (account: string): Promise<number> => leads.removeWhere({ account })
