import { View } from '@tarojs/components'
import { drivingRegions, usageNatures, vehicleTypes } from '#values/vehicle-words'
import type { QuotedVehicle } from '@/cloud/quote'
import { Choices } from '@/components/Choices'

/** The codes with their words, in the order of the table. */
function choicesOf<Code extends string>(words: Readonly<Record<Code, string>>): { value: Code; text: string }[] {
  // `Object.keys` forgets that the keys are the record's own codes.
  const codes = Object.keys(words) as Code[]
  return codes.map((value) => ({ value, text: words[value] }))
}

const CLAIMS = [
  { value: '0', text: '0 次' },
  { value: '1', text: '1 次' },
  { value: '2', text: '2 次' },
  { value: '3', text: '3 次及以上' },
  { value: 'unknown', text: '不清楚' },
] as const

interface VehicleFieldsProps {
  vehicle: QuotedVehicle
  onChange: (vehicle: QuotedVehicle) => void
}

/** What the premium is rated by (§5.1.1). */
export function VehicleFields({ vehicle, onChange }: VehicleFieldsProps) {
  const { vehicleType, usageNature, drivingRegion, claimsLastYear } = vehicle
  return (
    <View>
      <Choices
        label="车辆类型"
        choices={choicesOf(vehicleTypes)}
        value={vehicleType}
        onChange={(value) => onChange({ ...vehicle, vehicleType: value })}
      />
      <Choices
        label="使用性质"
        choices={choicesOf(usageNatures)}
        value={usageNature}
        onChange={(value) => onChange({ ...vehicle, usageNature: value })}
      />
      <Choices
        label="行驶区域"
        choices={choicesOf(drivingRegions)}
        value={drivingRegion}
        onChange={(value) => onChange({ ...vehicle, drivingRegion: value })}
      />
      <Choices
        label="上年出险次数"
        choices={CLAIMS}
        value={claimsChoice(claimsLastYear)}
        hint="在其他公司投保的，可以查看上年保单或选“不清楚”。"
        onChange={(value) => onChange({ ...vehicle, claimsLastYear: value === 'unknown' ? value : Number(value) })}
      />
    </View>
  )
}

function claimsChoice(claims: QuotedVehicle['claimsLastYear']): (typeof CLAIMS)[number]['value'] {
  if (claims === 'unknown') return claims
  return CLAIMS.find(({ value }) => value === String(claims))?.value ?? '3'
}
