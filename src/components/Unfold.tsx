import { Text, View } from '@tarojs/components'
import { type PropsWithChildren, useState } from 'react'
import { accessible } from './accessible'
import { Mark } from './illustrations/Mark'
import './Unfold.scss'

interface UnfoldProps {
  /** What lies behind, for the words on it: 明细. */
  what: string
  /** Whose, for a screen reader: 续保返还. */
  of: string
}

/** Shows more on request, and hides it again. */
export function Unfold({ what, of, children }: PropsWithChildren<UnfoldProps>) {
  const [open, setOpen] = useState(false)
  return (
    <View>
      <View
        className="unfold"
        hoverClass="unfold--pressed"
        onClick={() => setOpen(!open)}
        {...accessible({ role: 'button', label: `${of}的${what}，${open ? '收起' : '展开'}` })}
        aria-expanded={open}
      >
        <Text>{`${open ? '收起' : '查看'}${what}`}</Text>
        <Mark name="down" size={16} className={open ? 'unfold__arrow--open' : ''} />
      </View>
      {/* In a place of its own: opening sends these nodes alone. */}
      <View>{open && children}</View>
    </View>
  )
}
