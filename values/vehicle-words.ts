/**
 * How a vehicle is told apart for its premium (§5.1.1): the codes that are stored and the words that people and the policy
 * feed use. Page and cloud show the same words.
 */
export const vehicleTypes = {
  'passenger-car': '轿车',
  suv: '运动型多用途车',
  mpv: '多用途乘用车',
  coach: '客车',
  'light-truck': '轻型货车',
  'heavy-truck': '重型货车',
} as const
export type VehicleType = keyof typeof vehicleTypes

/** 使用性质. */
export const usageNatures = {
  family: '家庭自用',
  corporate: '企业非营业',
  government: '机关非营业',
  rental: '出租租赁',
  'freight-commercial': '营业货车',
  'freight-private': '非营业货车',
} as const
export type UsageNature = keyof typeof usageNatures

/** 行驶区域. */
export const drivingRegions = { province: '省内', nationwide: '境内' } as const
export type DrivingRegion = keyof typeof drivingRegions

interface RatedVehicle {
  vehicleType: VehicleType
  usageNature: UsageNature
  drivingRegion: DrivingRegion
}

/** 轿车 · 家庭自用 · 境内行驶 */
export const vehicleText = ({ vehicleType, usageNature, drivingRegion }: RatedVehicle): string =>
  `${vehicleTypes[vehicleType]} · ${usageNatures[usageNature]} · ${drivingRegions[drivingRegion]}行驶`

/** 忠诚度等级, from the lowest up, each by its word in the policy feed. A customer without a grade has the lowest. */
export const loyaltyGrades = { 普通: '没有等级的客户也按这一级', 银卡: '银卡客户', 金卡: '金卡客户' } as const
export type LoyaltyGrade = keyof typeof loyaltyGrades
