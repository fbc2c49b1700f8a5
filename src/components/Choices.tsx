import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { FieldError } from './FieldError'
import './Choices.scss'

interface Choice<Value extends string> {
  value: Value
  text: string
}

interface ChoicesProps<Value extends string> {
  label: string
  choices: readonly Choice<Value>[]
  value: Value | null
  onChange: (value: Value) => void
  hint?: string
  error?: string | null | undefined
}

/** One of a few, all in sight: one tap, no drum to turn. */
export function Choices<Value extends string>({ label, choices, value, onChange, hint, error }: ChoicesProps<Value>) {
  return (
    <View className="choices" {...accessible({ role: 'radiogroup', label })}>
      <Text className="choices__label" {...accessible({ hidden: true })}>
        {label}
      </Text>
      <View className="choices__all">
        {choices.map((choice) => {
          const chosen = choice.value === value
          return (
            <View
              className={`choices__one ${chosen ? 'choices__one--chosen' : ''}`}
              hoverClass="choices__one--pressed"
              key={choice.value}
              onClick={() => onChange(choice.value)}
              {...accessible({ role: 'radio', label: choice.text })}
              aria-checked={chosen}
            >
              <Text>{choice.text}</Text>
            </View>
          )
        })}
      </View>
      {hint && <Text className="choices__hint">{hint}</Text>}
      <FieldError error={error} />
    </View>
  )
}
