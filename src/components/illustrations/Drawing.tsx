import { View } from '@tarojs/components'
import { accessible } from '../accessible'
import './drawing.scss'

interface DrawingProps {
  name: string
  /** In px. */
  width: number
  height: number
  /** What it shows, for those who do not see it; a drawing without a label is decoration and not spoken. */
  label?: string | undefined
  /** Some drawings are lines only. */
  toned?: boolean
  className?: string
}

/** One drawing of `drawing.scss`: its line over its tone, coloured by the tokens. */
export function Drawing({ name, width, height, label, toned = true, className = '' }: DrawingProps) {
  return (
    <View
      className={`drawing drawing--${name} ${className}`}
      style={{ width: `${width}px`, height: `${height}px` }}
      {...accessible(label === undefined ? { hidden: true } : { role: 'img', label })}
    >
      {toned && <View className="drawing__tone" />}
      <View className="drawing__line" />
    </View>
  )
}
