import type { ReactNode } from 'react'
import './Under.css'

/** A second line in a cell, smaller: where it comes from, when. */
export function Under({ children }: { children: ReactNode }) {
  return <small className="under">{children}</small>
}
