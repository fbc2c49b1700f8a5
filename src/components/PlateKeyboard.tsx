import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { useLargeType } from './large-type'
import { Portal } from './Portal'
import { plateKeys } from './plate-keys'
import './PlateKeyboard.scss'

interface PlateKeyboardProps {
  value: string
  onChange: (plate: string) => void
  onClose: () => void
}

/** Provinces first, then letters and digits; at the last place of an ordinary plate also 学, 警, 港 and the like. */
export function PlateKeyboard({ value, onChange, onClose }: PlateKeyboardProps) {
  const [large] = useLargeType()
  const typed = [...value]
  return (
    <>
      <View className="plate-keyboard__room" {...accessible({ hidden: true })} />
      <Portal>
        <View
          className={`plate-keyboard ${large ? 'large-type' : ''}`}
          {...accessible({ role: 'dialog', label: '车牌键盘' })}
        >
          <View className="plate-keyboard__bar">
            <Text className="plate-keyboard__hint">新能源车牌为 8 位</Text>
            <View className="plate-keyboard__done" onClick={onClose} {...accessible({ role: 'button', label: '完成' })}>
              <Text>完成</Text>
            </View>
          </View>
          <View className="plate-keyboard__keys">
            {plateKeys(typed.length).map(({ text, idle }) => (
              <View
                className={`plate-keyboard__key ${idle ? 'plate-keyboard__key--idle' : ''}`}
                hoverClass={idle ? 'none' : 'plate-keyboard__key--pressed'}
                key={text}
                onClick={() => {
                  if (!idle) onChange(value + text)
                }}
                {...accessible({ role: 'button', label: text, disabled: idle })}
              >
                <Text>{text}</Text>
              </View>
            ))}
            <View
              className="plate-keyboard__key plate-keyboard__key--delete"
              hoverClass="plate-keyboard__key--pressed"
              onClick={() => onChange(typed.slice(0, -1).join(''))}
              {...accessible({ role: 'button', label: '删除' })}
            >
              <Text>删除</Text>
            </View>
          </View>
        </View>
      </Portal>
    </>
  )
}
