import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import './FieldAction.scss'

interface FieldActionProps {
  text: string
  /** As it is spoken, where several with the same text stand on a page. */
  label?: string
  onClick: () => void
  disabled?: boolean
}

/** An action inside a field, such as asking for a code. */
export function FieldAction({ text, label, onClick, disabled = false }: FieldActionProps) {
  return (
    <View
      className={`field-action ${disabled ? 'field-action--disabled' : ''}`}
      hoverClass={disabled ? 'none' : 'field-action--pressed'}
      onClick={() => {
        if (!disabled) onClick()
      }}
      {...accessible({ role: 'button', disabled, ...(label !== undefined && { label }) })}
    >
      <Text>{text}</Text>
    </View>
  )
}
