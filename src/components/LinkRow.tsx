import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { Mark, type MarkName } from './illustrations/Mark'
import './LinkRow.scss'

interface LinkRowProps {
  mark: MarkName
  title: string
  /** What stands behind the link, in one short line. */
  note?: string
  onClick: () => void
}

/** A row that leads to another page. */
export function LinkRow({ mark, title, note, onClick }: LinkRowProps) {
  return (
    <View
      className="link-row"
      hoverClass="link-row--pressed"
      onClick={onClick}
      {...accessible({ role: 'button', label: note ? `${title}，${note}` : title })}
    >
      <Mark name={mark} size={24} className="link-row__mark" />
      <View className="link-row__words">
        <Text className="link-row__title">{title}</Text>
        {note && <Text className="link-row__note">{note}</Text>}
      </View>
      <Mark name="forward" className="link-row__forward" />
    </View>
  )
}
