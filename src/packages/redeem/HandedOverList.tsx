import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { formatInstant, type Instant } from '#values/days'
import type { Result } from '@/cloud/call'
import { Banner } from '@/components/Banner'
import { Card } from '@/components/Card'
import { FieldAction } from '@/components/FieldAction'
import { StaleMark } from '@/components/StaleMark'
import './TodaysRedemptions.scss'

interface HandedOverListProps {
  title: string
  note: string
  none: string
  lines: readonly { benefitId: string; at: Instant; what: string; name: string; undoable: boolean }[]
  stale: boolean
  undo: (benefitId: string) => Promise<Result<unknown>>
  onChanged: () => void
}

/** What was handed over; one's own latest can be taken back. */
export function HandedOverList({ title, note, none, lines, stale, undo, onChanged }: HandedOverListProps) {
  const [failure, setFailure] = useState<string | null>(null)
  const takeBack = async (benefitId: string) => {
    const result = await undo(benefitId)
    setFailure(result.ok ? null : result.message)
    onChanged()
  }
  return (
    <Card title={title} note={note} aside={<StaleMark stale={stale} />}>
      <View>{failure !== null && <Banner tone="bad" text={failure} />}</View>
      {lines.length === 0 && <Text className="todays-redemptions__none">{none}</Text>}
      {lines.map(({ benefitId, at, what, name, undoable }) => (
        <View className="todays-redemptions__one" key={benefitId}>
          <Text className="todays-redemptions__time">{formatInstant(at).slice(-5)}</Text>
          <View className="todays-redemptions__words">
            <Text className="todays-redemptions__item">{what}</Text>
            <Text className="todays-redemptions__title">{name}</Text>
          </View>
          {undoable && <FieldAction text="撤回" onClick={() => takeBack(benefitId)} />}
        </View>
      ))}
    </Card>
  )
}
