import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { Mark } from './illustrations/Mark'
import './FieldError.scss'

/** What is wrong with the field above it. */
export function FieldError({ error }: { error: string | null | undefined }) {
  return (
    <View {...accessible({ live: true })}>
      {error && (
        <View className="field-error">
          <Mark name="warning" size={16} />
          <Text className="field-error__words">{error}</Text>
        </View>
      )}
    </View>
  )
}
