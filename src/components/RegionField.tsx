import { Picker, Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { FieldError } from './FieldError'
import { TextField } from './TextField'
import './TextField.scss'
import './RegionField.scss'

interface RegionFieldProps {
  /** Province, city, district; empty while nothing is chosen. */
  value: readonly string[]
  onChange: (region: string[]) => void
  error?: string | null | undefined
}

/** Province, city and district: WeChat's own drums; in the browser preview, which has none, typed with spaces between. */
export function RegionField({ value, onChange, error }: RegionFieldProps) {
  if (process.env.TARO_ENV === 'h5') {
    return (
      <TextField
        label="省、市、区县"
        value={value.join(' ')}
        onChange={(text) => onChange(text === '' ? [] : text.split(' ').slice(0, 3))}
        placeholder="例如：广东省 广州市 天河区"
        error={error}
      />
    )
  }
  const words = value.length === 3 ? value.join(' ') : '请选择'
  return (
    <View className="text-field">
      <Text className="text-field__label" {...accessible({ hidden: true })}>
        省、市、区县
      </Text>
      <Picker mode="region" value={[...value]} onChange={({ detail }) => onChange([...detail.value])}>
        <View
          className={`text-field__box region-field ${error ? 'text-field__box--wrong' : ''}`}
          {...accessible({ role: 'button', label: `省、市、区县，${words}` })}
        >
          <Text className={value.length === 3 ? 'region-field__value' : 'region-field__none'}>{words}</Text>
        </View>
      </Picker>
      <FieldError error={error} />
    </View>
  )
}
