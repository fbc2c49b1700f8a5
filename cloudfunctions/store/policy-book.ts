import type { Policy } from '#rules/policy/policy'
import type { DrivingRegion, UsageNature, VehicleType } from '#values/vehicle-words'
import { collection, command, inPages } from './collection'

/** What a customer's page reads of the policy book. Personal data stays sealed or masked. */
export interface HolderOnFile {
  _id: string
  kind: 'person' | 'organisation'
  sealedName: string
  nameMask: string
  /** A holder told of before names could be looked up has none. */
  nameHash?: string
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

/** One database operation for each hundred. */
export const listHolders = (holderIds: readonly string[]): Promise<HolderOnFile[]> => holders.findAll(holderIds)

/** A family may share a phone, and a dealer's may stand for many: one database operation for each hundred. */
export const listHoldersByPhone = (phoneHash: string): Promise<HolderOnFile[]> => holders.listAll({ phoneHash })

export const listHoldersByName = (nameHash: string): Promise<HolderOnFile[]> => holders.list({ nameHash })

export const findHolder = (holderId: string): Promise<HolderOnFile | null> => holders.find(holderId)

export const listVehiclesByPlate = (plateHash: string): Promise<VehicleOnFile[]> => vehicles.list({ plateHash })

/** The first hundred, in one database operation, also when no id is given. */
export const listPoliciesBetween = (holderIds: string[], vehicleIds: string[]): Promise<Policy[]> =>
  policies.list({ holderId: command.in(holderIds), vehicleId: command.in(vehicleIds) })

export const listPoliciesOfHolder = (holderId: string): Promise<Policy[]> => policies.listAll({ holderId })

/** Theirs all. One database operation for each hundred policies, and at least one for each hundred holders. */
export const listPoliciesOfHolders = async (holderIds: readonly string[]): Promise<Policy[]> =>
  (await Promise.all(inPages(holderIds).map((page) => policies.listAll({ holderId: command.in([...page]) })))).flat()

/** Whoever holds them: who bought the car has a newer one. */
export const listPoliciesOnVehicles = (vehicleIds: string[]): Promise<Policy[]> =>
  policies.listAll({ vehicleId: command.in(vehicleIds) })

/** One database operation for each hundred: a company may have a fleet. */
export const listVehicles = (vehicleIds: string[]): Promise<VehicleOnFile[]> => vehicles.findAll(vehicleIds)
