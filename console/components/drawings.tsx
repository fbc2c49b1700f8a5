/** Two-tone drawings of the console's empty and failed states, in the style of the mini-program's. */
const stroke = {
  fill: 'none',
  stroke: 'var(--ink-3)',
  strokeWidth: 2,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const

/** A tray with nothing in it, below a small sun: the work is done. */
export function EmptyTray() {
  return (
    <svg viewBox="0 0 120 88" width="120" height="88" aria-hidden="true">
      <path d="M44 40a16 16 0 0 1 32 0z" fill="var(--gold)" />
      <path
        d="M60 10v6M39 19l4 4M81 19l-4 4M30 38h5M85 38h5"
        stroke="var(--gold)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M22 52 34 40h52l12 12v22a4 4 0 0 1-4 4H26a4 4 0 0 1-4-4z" fill="var(--cream)" />
      <path d="M22 52 34 40h52l12 12M22 52v22a4 4 0 0 0 4 4h68a4 4 0 0 0 4-4V52M22 52h24l4 8h20l4-8h24" {...stroke} />
    </svg>
  )
}

/** A road that breaks off. */
export function BrokenRoad() {
  return (
    <svg viewBox="0 0 120 88" width="120" height="88" aria-hidden="true">
      <path d="M10 66h40l-6 12H10zM110 66H70l6 12h34z" fill="var(--cream)" />
      <path d="M10 66h40l-6 12H10M110 66H70l6 12h34M18 72h10M92 72h10" {...stroke} />
      <path d="M60 16 82 54H38z" fill="var(--cream)" stroke="var(--gold)" strokeWidth="2" strokeLinejoin="round" />
      <path d="M60 30v10M60 46v.5" stroke="var(--bad)" strokeWidth="3" strokeLinecap="round" />
    </svg>
  )
}

/** A barrier across the way. */
export function Barrier() {
  return (
    <svg viewBox="0 0 120 88" width="120" height="88" aria-hidden="true">
      <rect x="16" y="34" width="88" height="16" rx="8" fill="var(--cream)" />
      <path d="M34 34 26 50M56 34l-8 16M78 34l-8 16M100 34l-8 16" stroke="var(--gold)" strokeWidth="5" />
      <rect x="16" y="34" width="88" height="16" rx="8" {...stroke} />
      <path d="M28 50v28M92 50v28M20 78h16M84 78h16" {...stroke} />
    </svg>
  )
}
