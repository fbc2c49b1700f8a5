import { View } from '@tarojs/components'
import type { HolderProof } from '@/cloud/binding'
import { Choices } from '@/components/Choices'
import { PlateField } from '@/components/PlateField'
import { TextField } from '@/components/TextField'

interface HolderProofFieldsProps {
  proof: HolderProof
  onChange: (proof: HolderProof) => void
  error: string | undefined
}

const KINDS = [
  { value: 'id-tail', text: '证件号后 6 位' },
  { value: 'plate', text: '车牌号' },
] as const

/** What only the policyholder knows: the end of the ID number, or the plate. */
export function HolderProofFields({ proof, onChange, error }: HolderProofFieldsProps) {
  return (
    <View>
      <Choices label="核对方式" choices={KINDS} value={proof.kind} onChange={(kind) => onChange({ kind, value: '' })} />
      {proof.kind === 'id-tail' ? (
        <TextField
          label="投保人证件号后 6 位"
          value={proof.value}
          onChange={(value) => onChange({ kind: 'id-tail', value })}
          keyboard="idcard"
          maxLength={6}
          placeholder="末位可能是 X"
          hint="企业投保请填统一社会信用代码后 6 位。"
          error={error}
        />
      ) : (
        <PlateField
          label="车牌号"
          value={proof.value}
          onChange={(value) => onChange({ kind: 'plate', value })}
          error={error}
        />
      )}
    </View>
  )
}
