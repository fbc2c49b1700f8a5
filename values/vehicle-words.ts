/** What a rate table tells vehicles apart by: the code that is stored and the word that people read (§5.1.1). */
export const vehicleTypes = {
  'passenger-car': '家用轿车',
  suv: '运动型多用途车',
  mpv: '多用途乘用车',
  'light-truck': '轻型货车',
  truck: '货车',
} as const
export type VehicleType = keyof typeof vehicleTypes

/** 使用性质, in the policy feed's own words. */
export const usageNatures = {
  family: '家庭自用',
  corporate: '企业非营业',
  government: '机关非营业',
  rental: '出租租赁',
  'freight-commercial': '营业货车',
  'freight-private': '非营业货车',
} as const
export type UsageNature = keyof typeof usageNatures

/** 行驶区域, in the policy feed's own words. */
export const drivingRegions = { province: '省内', nationwide: '境内' } as const
export type DrivingRegion = keyof typeof drivingRegions
