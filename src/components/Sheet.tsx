import { ScrollView, Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { accessible } from './accessible'
import { useLargeType } from './large-type'
import { Portal } from './Portal'
import './Sheet.scss'

interface SheetProps {
  open: boolean
  title: string
  onClose: () => void
  /** Stays at the thumb while the rest scrolls: the sheet's action. */
  foot?: ReactNode
  className?: string
}

/** A sheet that rises from the bottom edge. The veil and the cross close it. */
export function Sheet({ open, title, onClose, foot, className = '', children }: PropsWithChildren<SheetProps>) {
  const [large] = useLargeType()
  if (!open) return null
  return (
    <Portal>
      <View className={`sheet ${large ? 'large-type' : ''} ${className}`}>
        <View className="sheet__veil" onClick={onClose} {...accessible({ hidden: true })} />
        <View className="sheet__body" {...accessible({ role: 'dialog', label: title })} aria-modal="true">
          <View className="sheet__head">
            <Text className="sheet__title" {...accessible({ role: 'heading' })}>
              {title}
            </Text>
            <View className="sheet__close" onClick={onClose} {...accessible({ role: 'button', label: '关闭' })} />
          </View>
          <ScrollView className="sheet__content" scrollY>
            {children}
          </ScrollView>
          {foot && <View className="sheet__foot">{foot}</View>}
        </View>
      </View>
    </Portal>
  )
}
