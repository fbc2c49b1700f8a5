/** The campaign's sign: a sun of gold rising over a road. */
export function Emblem({ size }: { size: number }) {
  return (
    <svg viewBox="0 0 40 40" width={size} height={size} aria-hidden="true">
      <rect width="40" height="40" rx="10" fill="var(--primary-deep)" />
      <path d="M9 26a11 11 0 0 1 22 0z" fill="var(--gold)" />
      <path
        d="M20 6v4M9.4 10.4l2.8 2.8M30.6 10.4l-2.8 2.8M5.5 20l3.9.9M34.5 20l-3.9.9"
        stroke="var(--gold)"
        strokeWidth="2"
        strokeLinecap="round"
      />
      <path d="M5 29.5h30" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
      <path d="M13 34h4m6 0h4" stroke="#fff" strokeOpacity=".65" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}
