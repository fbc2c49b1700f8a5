import { Text, View } from '@tarojs/components'
import { accessible } from '@/components/accessible'
import { useLargeType } from '@/components/large-type'
import './RulesTable.scss'

interface RulesTableProps {
  caption: string
  head: string[]
  rows: string[][]
}

/** How many columns a phone has room for side by side. */
const COLUMNS = 3
const COLUMNS_IN_LARGE_TYPE = 2

/** A table that never leaves the page: with too many columns for its width each row becomes a block of named values. */
export function RulesTable({ caption, head, rows }: RulesTableProps) {
  const [large] = useLargeType()
  const wide = head.length > (large ? COLUMNS_IN_LARGE_TYPE : COLUMNS)
  return (
    <View className="rules-table" {...accessible({ role: 'table', label: caption })}>
      {wide ? <Blocks head={head} rows={rows} /> : <Grid head={head} rows={rows} />}
    </View>
  )
}

type Cells = Pick<RulesTableProps, 'head' | 'rows'>

/** How wide each column is beside the others: by its longest text, within bounds. */
const weightsOf = ({ head, rows }: Cells) =>
  head.map((name, column) => {
    const longest = Math.max(name.length, ...rows.map((row) => row[column]?.length ?? 0))
    return Math.min(Math.max(longest, 4), 14)
  })

function Grid({ head, rows }: Cells) {
  const weights = weightsOf({ head, rows })
  return (
    <>
      <View className="rules-table__row rules-table__row--head">
        {head.map((cell, column) => (
          <Text className="rules-table__cell" style={{ flexGrow: weights[column] }} key={cell}>
            {cell}
          </Text>
        ))}
      </View>
      {rows.map((row) => (
        <View className="rules-table__row" key={row.join('|')}>
          {row.map((cell, column) => (
            <Text className="rules-table__cell" style={{ flexGrow: weights[column] }} key={head[column]}>
              {cell}
            </Text>
          ))}
        </View>
      ))}
    </>
  )
}

function Blocks({ head, rows }: Cells) {
  const [, ...names] = head
  return rows.map(([title, ...cells]) => (
    <View className="rules-table__block" key={[title, ...cells].join('|')}>
      <Text className="rules-table__title">{title}</Text>
      {cells.map((cell, column) => (
        <View className="rules-table__pair" key={names[column]}>
          <Text className="rules-table__name">{names[column]}</Text>
          <Text className="rules-table__value">{cell}</Text>
        </View>
      ))}
    </View>
  ))
}
