import * as v from 'valibot'
import {
  type DrivingRegion,
  drivingRegions,
  type UsageNature,
  usageNatures,
  type VehicleType,
  vehicleTypes,
} from '#values/vehicle-words'

const codesOf = <Code extends string>(words: Readonly<Record<Code, string>>) => Object.keys(words) as Code[]

export const vehicleTypeSchema = v.picklist<VehicleType[]>(codesOf(vehicleTypes), '请选择车辆类型')
export const usageNatureSchema = v.picklist<UsageNature[]>(codesOf(usageNatures), '请选择使用性质')
export const drivingRegionSchema = v.picklist<DrivingRegion[]>(codesOf(drivingRegions), '请选择行驶区域')
