import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import './FieldAction.scss'

interface FieldActionProps {
  text: string
  onClick: () => void
  disabled?: boolean
}

/** An action inside a field, such as asking for a code. */
export function FieldAction({ text, onClick, disabled = false }: FieldActionProps) {
  return (
    <View
      className={`field-action ${disabled ? 'field-action--disabled' : ''}`}
      hoverClass={disabled ? 'none' : 'field-action--pressed'}
      onClick={() => {
        if (!disabled) onClick()
      }}
      {...accessible({ role: 'button', disabled })}
    >
      <Text>{text}</Text>
    </View>
  )
}
