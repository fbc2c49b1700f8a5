import './Waiting.css'

/** The shape of a list to come: grey lines, `rows` of them. */
export function WaitingRows({ rows = 6 }: { rows?: number }) {
  return (
    <div className="waiting" role="status" aria-label="正在读取">
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <div key={index} className="waiting__row">
          <span className="waiting__bar waiting__bar--short" />
          <span className="waiting__bar" />
          <span className="waiting__bar waiting__bar--short" />
        </div>
      ))}
    </div>
  )
}

/** The shape of a block to come: a figure's card, a chart. */
export function WaitingBlock({ height }: { height: number }) {
  return <div className="waiting__block" style={{ height }} role="status" aria-label="正在读取" />
}
