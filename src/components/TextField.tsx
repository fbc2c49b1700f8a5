import { Input, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'
import { FieldError } from './FieldError'
import './TextField.scss'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong with it, shown at the field. */
  error?: string | null | undefined
  hint?: string
  placeholder?: string
  /** Which keyboard the phone brings up. */
  keyboard?: 'text' | 'number' | 'idcard'
  maxLength?: number
  /** Inside the field at its right: an action that belongs to it. */
  action?: ReactNode
}

/** One line of text under its label; what is wrong stands right below it. */
export function TextField({
  label,
  value,
  onChange,
  error,
  hint,
  placeholder = '',
  keyboard = 'text',
  maxLength = 40,
  action,
}: TextFieldProps) {
  return (
    <View className="text-field">
      <Text className="text-field__label" {...accessible({ hidden: true })}>
        {label}
      </Text>
      <View className={`text-field__box ${error ? 'text-field__box--wrong' : ''}`}>
        <Input
          className="text-field__input"
          placeholderClass="text-field__placeholder"
          value={value}
          // The preview's number field would drop the spaces of a grouped number.
          type={process.env.TARO_ENV === 'h5' ? 'text' : keyboard}
          maxlength={maxLength}
          placeholder={placeholder}
          onInput={({ detail }) => onChange(detail.value)}
          {...accessible({ label: error ? `${label}，${error}` : label })}
        />
        {action && <View className="text-field__action">{action}</View>}
      </View>
      {hint && !error && <Text className="text-field__hint">{hint}</Text>}
      <FieldError error={error} />
    </View>
  )
}
