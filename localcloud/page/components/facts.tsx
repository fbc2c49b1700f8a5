import type { ReactNode } from 'react'

export interface Fact {
  name: string
  value: ReactNode
}

/** Names beside their values. */
export function Facts({ of, mono }: { of: readonly Fact[]; mono?: boolean }) {
  return (
    <dl className={mono ? 'facts mono' : 'facts'}>
      {of.map(({ name, value }) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
