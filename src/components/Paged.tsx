import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { accessible } from './accessible'
import './Paged.scss'

interface PagedProps<Item> {
  /** The list's own name within its page: turning a page leads back to its top. */
  id: string
  items: readonly Item[]
  /** How many stand on the page at once. */
  size: number
  /** What is counted: `件`, `次`. */
  unit: string
  children: (shown: readonly Item[]) => ReactNode
}

/** A list of any length, the latest first, a page of it at a time: what is not shown costs the phone nothing. */
export function Paged<Item>({ id, items, size, unit, children }: PagedProps<Item>) {
  const [asked, turnTo] = useState(0)
  const last = Math.max(0, Math.ceil(items.length / size) - 1)
  const page = Math.min(asked, last)
  const from = page * size
  const until = Math.min(from + size, items.length)
  const turn = (by: 1 | -1) => {
    turnTo(page + by)
    void Taro.pageScrollTo({ selector: `#${id}`, duration: 0 })
  }
  return (
    <View id={id}>
      <View>{children(items.slice(from, until))}</View>
      <View>
        {last > 0 && (
          <View className="paged">
            <Turn text="更近的" possible={page > 0} onClick={() => turn(-1)} />
            <Text className="paged__count" {...accessible({ live: true })}>
              {`第 ${from + 1}–${until} ${unit}，共 ${items.length} ${unit}`}
            </Text>
            <Turn text="更早的" possible={page < last} onClick={() => turn(1)} />
          </View>
        )}
      </View>
    </View>
  )
}

function Turn({ text, possible, onClick }: { text: string; possible: boolean; onClick: () => void }) {
  return (
    <View
      className={`paged__turn ${possible ? '' : 'paged__turn--not'}`}
      hoverClass={possible ? 'paged__turn--pressed' : 'none'}
      onClick={() => possible && onClick()}
      {...accessible({ role: 'button', label: text, disabled: !possible })}
    >
      <Text>{text}</Text>
    </View>
  )
}
