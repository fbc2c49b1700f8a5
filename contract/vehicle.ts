import * as v from 'valibot'
import { drivingRegions, usageNatures, vehicleTypes } from '#values/vehicle-words'

/** A picklist of the codes of a table of words. */
const codeOf = <Code extends string>(words: Readonly<Record<Code, string>>, message: string) => {
  // `Object.keys` forgets that the keys are the record's own codes.
  const codes = Object.keys(words) as Code[]
  return v.picklist(codes, message)
}

export const vehicleTypeSchema = codeOf(vehicleTypes, '请选择车辆类型')
export const usageNatureSchema = codeOf(usageNatures, '请选择使用性质')
export const drivingRegionSchema = codeOf(drivingRegions, '请选择行驶区域')
