import { Text, View } from '@tarojs/components'
import type { Branch } from '@/cloud/leads'
import { telephone } from '@/cloud/platform'
import { accessible } from '@/components/accessible'
import { Card } from '@/components/Card'
import { FieldError } from '@/components/FieldError'
import { Mark } from '@/components/illustrations/Mark'
import './BranchChoice.scss'

interface BranchChoiceProps {
  branches: readonly Branch[]
  value: string
  onChange: (branchCode: string) => void
  error: string | undefined
}

/** One of the branches; each can also be called at once. */
export function BranchChoice({ branches, value, onChange, error }: BranchChoiceProps) {
  return (
    <Card title="选择网点">
      <View {...accessible({ role: 'radiogroup', label: '网点' })}>
        {branches.map(({ branchCode, name, address, phone }) => (
          <View className="branch-choice" key={branchCode}>
            <View
              className="branch-choice__one"
              hoverClass="branch-choice__one--pressed"
              onClick={() => onChange(branchCode)}
              {...accessible({ role: 'radio', label: `${name}，${address}` })}
              aria-checked={branchCode === value}
            >
              <View className={`branch-choice__dot ${branchCode === value ? 'branch-choice__dot--chosen' : ''}`} />
              <View className="branch-choice__words">
                <Text className="branch-choice__name">{name}</Text>
                <Text className="branch-choice__address">{address}</Text>
              </View>
            </View>
            <View
              className="branch-choice__call"
              hoverClass="branch-choice__one--pressed"
              onClick={() => telephone(phone)}
              {...accessible({ role: 'button', label: `拨打${name} ${phone}` })}
            >
              <Mark name="phone" size={22} />
            </View>
          </View>
        ))}
      </View>
      <FieldError error={error} />
    </Card>
  )
}
