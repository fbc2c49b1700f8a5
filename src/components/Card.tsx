import { Text, View } from '@tarojs/components'
import type { PropsWithChildren, ReactNode } from 'react'
import { accessible } from './accessible'
import './Card.scss'

interface CardProps {
  title?: string
  /** One line under the title, such as a limit that belongs beside an offer. */
  note?: string
  /** At the right of the title: a link or a state. */
  aside?: ReactNode
  /** `benefit` is the cream ground of what the campaign gives. */
  tone?: 'plain' | 'benefit'
  className?: string
}

export function Card({ title, note, aside, tone = 'plain', className = '', children }: PropsWithChildren<CardProps>) {
  return (
    <View className={`card card--${tone} ${className}`}>
      {title && (
        <View className="card__head">
          <Text className="card__title" {...accessible({ role: 'heading' })}>
            {title}
          </Text>
          {aside && <View className="card__aside">{aside}</View>}
        </View>
      )}
      {note && <Text className="card__note">{note}</Text>}
      {children}
    </View>
  )
}
