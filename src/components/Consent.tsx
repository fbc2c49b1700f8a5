import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { FieldError } from './FieldError'
import './Consent.scss'

interface ConsentProps {
  /** The sentence that is agreed to. */
  text: string
  given: boolean
  onChange: (given: boolean) => void
  error?: string | null | undefined
}

/** A consent that a person gives: never ticked beforehand. */
export function Consent({ text, given, onChange, error }: ConsentProps) {
  return (
    <View className="consent">
      <View
        className="consent__row"
        onClick={() => onChange(!given)}
        {...accessible({ role: 'checkbox', label: text })}
        aria-checked={given}
      >
        <View className={`consent__box ${given ? 'consent__box--given' : ''}`} />
        <Text className="consent__text">{text}</Text>
      </View>
      <FieldError error={error} />
    </View>
  )
}
