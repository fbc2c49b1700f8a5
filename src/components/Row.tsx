import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { accessible } from './accessible'
import { Mark, type MarkName } from './illustrations/Mark'
import './Row.scss'

interface RowProps {
  mark: MarkName
  title: string
  /** What stands behind the row, in one short line. */
  note?: string | undefined
  role: 'button' | 'switch'
  /** Of a switch: whether it is on. */
  checked?: boolean
  /** At the right: what a tap does, as a picture. */
  end: ReactNode
  onClick: () => void
}

/** A row that is tapped as a whole. */
export function Row({ mark, title, note, role, checked, end, onClick }: RowProps) {
  return (
    <View
      className="row"
      hoverClass="row--pressed"
      onClick={onClick}
      {...accessible({ role, label: note ? `${title}，${note}` : title })}
      {...(checked !== undefined && { 'aria-checked': checked })}
    >
      <Mark name={mark} size={24} className="row__mark" />
      <View className="row__words">
        <Text className="row__title">{title}</Text>
        {note && <Text className="row__note">{note}</Text>}
      </View>
      <View className="row__end">{end}</View>
    </View>
  )
}
