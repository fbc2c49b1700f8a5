import type { Instant } from '#values/days'
import { maskPlate } from '#values/masks'
import { plateKindOf } from '#values/plate'
import type { DrivingRegion, UsageNature, VehicleType } from '#values/vehicle-words'
import { collection } from './collection'
import type { VehicleOnFile } from './policy-book'
import { lookupHash, plateHashOf, sealText, vehicleIdOf } from './secrets'
import { keepLatest, type Told } from './told'

/** A vehicle as an event of the policy feed names it, in the clear. */
export interface NamedVehicle {
  vin: string
  plate: string
  vehicleType: VehicleType
  usageNature: UsageNature
  drivingRegion: DrivingRegion
}

const vehicles = collection<VehicleOnFile & Told>('vehicles')

/** Keeps the vehicles that events named, sealed. Two to three database operations, one more for each that changed. */
export async function keepVehicles(named: readonly (NamedVehicle & { toldAt: Instant })[]): Promise<void> {
  const latest = new Map<string, NamedVehicle & { toldAt: Instant }>()
  for (const vehicle of named) {
    const before = latest.get(vehicle.vin)
    if (!before || before.toldAt <= vehicle.toldAt) latest.set(vehicle.vin, vehicle)
  }
  await keepLatest(
    vehicles,
    [...latest.values()].map((vehicle) => {
      const { plate, vehicleType, usageNature, drivingRegion, vin, toldAt } = vehicle
      const facts = [plate, vehicleType, usageNature, drivingRegion]
      const told = { _id: vehicleIdOf(vin), toldAt, toldHash: lookupHash('vehicle', facts.join('\n')) }
      return { ...told, write: () => sealed(vehicle, told) }
    }),
  )
}

/** Plain numbers on these are yellow plates. */
const YELLOW: ReadonlySet<VehicleType> = new Set(['coach', 'heavy-truck'])

function sealed(vehicle: NamedVehicle, told: Told): VehicleOnFile & Told {
  const { vin, plate, vehicleType, usageNature, drivingRegion } = vehicle
  const kind = plateKindOf(plate) ?? 'none'
  return {
    ...told,
    sealedVin: sealText(vin),
    sealedPlate: sealText(plate),
    plateMask: maskPlate(plate),
    plateKind: kind === 'blue' && YELLOW.has(vehicleType) ? 'yellow' : kind,
    plateHash: plateHashOf(plate),
    vehicleType,
    usageNature,
    drivingRegion,
  }
}
