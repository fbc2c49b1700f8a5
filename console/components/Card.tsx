import type { ReactNode } from 'react'
import './Card.css'

interface CardProps {
  title?: ReactNode
  /** At the right of the title: a link, a small button. */
  extra?: ReactNode
  /** `flush`: a table that reaches the card's edges. */
  inside?: 'padded' | 'flush'
  children: ReactNode
}

/** A white surface with one soft shadow: what belongs together. */
export function Card({ title, extra, inside = 'padded', children }: CardProps) {
  return (
    <section className={`card card--${inside}`}>
      {(title !== undefined || extra !== undefined) && (
        <div className="card__head">
          <h2 className="card__title">{title}</h2>
          {extra}
        </div>
      )}
      {children}
    </section>
  )
}
