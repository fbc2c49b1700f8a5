import { Segmented } from 'antd'
import type { OutputOf } from '#contract/operation'
import type { PayoutWay, previewPayout } from '#contract/payout'
import { wayWords } from './words'

interface WaysProps {
  ways: OutputOf<typeof previewPayout>['ways']
  way: PayoutWay
  choose: (way: PayoutWay) => void
}

/** By which way a batch pays. One that cannot be taken now says why. */
export function Ways({ ways, way, choose }: WaysProps) {
  return (
    <div className="payouts__ways">
      <Segmented
        aria-label="付款方式"
        value={way}
        onChange={choose}
        options={ways.map(({ way: value, off }) => ({ value, label: wayWords[value], disabled: off !== null }))}
      />
      {ways.map(
        ({ way: one, off }) =>
          off !== null && (
            <small key={one} className="payouts__about">
              {wayWords[one]}：{off}。
            </small>
          ),
      )}
    </div>
  )
}
