import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { accessible } from './accessible'
import { FieldError } from './FieldError'
import { PlateKeyboard } from './PlateKeyboard'
import './PlateField.scss'

interface PlateFieldProps {
  label: string
  /** What is typed so far, without dots: 京A12345. */
  value: string
  onChange: (plate: string) => void
  error?: string | null | undefined
}

/** Seven places, and an eighth for new energy. */
const PLACES = 8

/** A licence plate, typed on a keyboard of its own: only what can stand at each place. */
export function PlateField({ label, value, onChange, error }: PlateFieldProps) {
  const [open, setOpen] = useState(false)
  const typed = [...value]
  return (
    <View className="plate-field">
      <Text className="plate-field__label" {...accessible({ hidden: true })}>
        {label}
      </Text>
      <View
        className="plate-field__places"
        onClick={() => setOpen(true)}
        {...accessible({ role: 'button', label: `${label}，${value === '' ? '未填写' : typed.join(' ')}` })}
      >
        {Array.from({ length: PLACES }, (_, place) => (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: the places of a plate never move
            key={place}
            className={placeClass(place, { open, typed: typed.length, wrong: Boolean(error) })}
          >
            {typed[place] !== undefined ? (
              <Text>{typed[place]}</Text>
            ) : (
              place === PLACES - 1 && <Text className="plate-field__energy">可选</Text>
            )}
          </View>
        ))}
      </View>
      <FieldError error={error} />
      <View>{open && <PlateKeyboard value={value} onChange={onChange} onClose={() => setOpen(false)} />}</View>
    </View>
  )
}

function placeClass(place: number, { open, typed, wrong }: { open: boolean; typed: number; wrong: boolean }): string {
  const classes = ['plate-field__place']
  if (place === 1) classes.push('plate-field__place--dot')
  if (place === PLACES - 1 && typed < PLACES) classes.push('plate-field__place--energy')
  if (open && place === Math.min(typed, PLACES - 1)) classes.push('plate-field__place--next')
  if (wrong) classes.push('plate-field__place--wrong')
  return classes.join(' ')
}
