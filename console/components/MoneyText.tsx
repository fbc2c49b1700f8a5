import { fen, formatFen, formatYuan } from '#values/money'
import './MoneyText.css'

interface MoneyTextProps {
  /** An amount in fen; null where it is not known yet (待核实), which is not zero. */
  of: number | null
  /** `statement`: two decimals; `promise`: whole yuan where it is whole. */
  as?: 'statement' | 'promise'
}

export function MoneyText({ of, as = 'statement' }: MoneyTextProps) {
  if (of === null) return <span className="money-text money-text--unknown">待核实</span>
  const amount = fen(of)
  return <span className="money-text">{as === 'promise' ? formatYuan(amount) : formatFen(amount)}</span>
}
