import { Text, View } from '@tarojs/components'
import { accessible } from './accessible'
import { Mark } from './illustrations/Mark'
import './Statement.scss'

export interface Line {
  /** `part` lines add up to the `result`; facts are what it rests on, advice is what would have changed it. */
  kind: 'fact' | 'part' | 'result' | 'advice'
  label: string
  value: string
  note: string | null
  clause: string | null
}

/** How an amount came about, line by line, each with the clause that it follows. */
export function Statement({ lines }: { lines: readonly Line[] }) {
  return (
    <View className="statement" {...accessible({ role: 'list', label: '计算明细' })}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a statement keep their order
        <StatementLine key={index} line={line} />
      ))}
    </View>
  )
}

function StatementLine({ line: { kind, label, value, note, clause } }: { line: Line }) {
  if (kind === 'advice') {
    return (
      <View className="statement__advice" {...accessible({ role: 'listitem' })}>
        <Mark name="info" size={18} className="statement__bulb" />
        <Text className="statement__sentence">
          {value}
          {clause ? `（${clause}）` : ''}
        </Text>
      </View>
    )
  }
  return (
    <View className={`statement__line statement__line--${kind}`} {...accessible({ role: 'listitem' })}>
      <View className="statement__top">
        <Text className="statement__label">{label}</Text>
        <Text className="statement__value">{value}</Text>
      </View>
      {(note !== null || clause !== null) && (
        <View className="statement__foot">
          <Text className="statement__note">{note ?? ''}</Text>
          {clause && <Text className="statement__clause">{clause}</Text>}
        </View>
      )}
    </View>
  )
}
