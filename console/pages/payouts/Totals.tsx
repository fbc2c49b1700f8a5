import { MoneyText } from '../../components/MoneyText'

interface TotalsProps {
  count: number
  grossFen: number
  withheldFen: number
  netFen: number
}

/** 几笔，税前、扣税、实付: the three add up. */
export function Totals({ count, grossFen, withheldFen, netFen }: TotalsProps) {
  return (
    <dl className="payouts__totals">
      <div>
        <dt>笔数</dt>
        <dd>{count}</dd>
      </div>
      <div>
        <dt>税前</dt>
        <dd>
          <MoneyText of={grossFen} />
        </dd>
      </div>
      <div>
        <dt>代扣个税</dt>
        <dd>
          <MoneyText of={withheldFen} />
        </dd>
      </div>
      <div>
        <dt>实付</dt>
        <dd className="payouts__net">
          <MoneyText of={netFen} />
        </dd>
      </div>
    </dl>
  )
}
