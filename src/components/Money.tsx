import { Text } from '@tarojs/components'
import { fen, formatFen, formatYuan } from '#values/money'
import './Money.scss'

interface MoneyProps {
  /** An amount in fen. */
  of: number
  /** `statement`: two decimals; `promise`: whole yuan where it is whole. */
  as?: 'statement' | 'promise'
}

export function Money({ of, as = 'statement' }: MoneyProps) {
  const amount = fen(of)
  return <Text className="money">{as === 'promise' ? formatYuan(amount) : formatFen(amount)}</Text>
}
