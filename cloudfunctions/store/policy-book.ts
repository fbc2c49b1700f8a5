import type { Policy } from '#rules/policy/policy'
import type { DrivingRegion, UsageNature, VehicleType } from '#values/vehicle-words'
import { collection, command } from './collection'

/** What a customer's page reads of the policy book. Personal data stays sealed or masked. */
export interface HolderOnFile {
  _id: string
  kind: 'person' | 'organisation'
  sealedName: string
  nameMask: string
  sealedIdNumber: string
  idMask: string
  idTailHash: string
  sealedPhone: string
  phoneMask: string
  phoneHash: string
}

export interface VehicleOnFile {
  _id: string
  sealedVin: string
  sealedPlate: string
  plateMask: string
  plateKind: 'blue' | 'green' | 'yellow' | 'white' | 'black' | 'none'
  plateHash: string
  vehicleType: VehicleType
  usageNature: UsageNature
  drivingRegion: DrivingRegion
}

const holders = collection<HolderOnFile>('holders')
const vehicles = collection<VehicleOnFile>('vehicles')
const policies = collection<Policy>('policies')

/** @throws Error when a binding names a holder that is not on file */
export async function getHolder(holderId: string): Promise<HolderOnFile> {
  const holder = await holders.find(holderId)
  if (!holder) throw new Error('a bound holder is not on file')
  return holder
}

/** A family may share a phone: more than one holder is possible. */
export const listHoldersByPhone = (phoneHash: string): Promise<HolderOnFile[]> => holders.list({ phoneHash })

export const listVehiclesByPlate = (plateHash: string): Promise<VehicleOnFile[]> => vehicles.list({ plateHash })

/** At most 100 of each id. One database operation for up to 100 policies, also when no id is given. */
export const listPoliciesBetween = (holderIds: string[], vehicleIds: string[]): Promise<Policy[]> =>
  policies.list({ holderId: command.in(holderIds), vehicleId: command.in(vehicleIds) })

export const listPoliciesOfHolder = (holderId: string): Promise<Policy[]> => policies.listAll({ holderId })

/** Whoever holds them: who bought the car has a newer one. At most 100 vehicles. */
export const listPoliciesOnVehicles = (vehicleIds: string[]): Promise<Policy[]> =>
  policies.listAll({ vehicleId: command.in(vehicleIds) })

/** At most 100. */
export const listVehicles = (vehicleIds: string[]): Promise<VehicleOnFile[]> =>
  vehicles.list({ _id: command.in(vehicleIds) })
