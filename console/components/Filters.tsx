import type { ReactNode } from 'react'
import './Filters.css'

/** The row of fields above a list that choose what it shows; each with its name above it. */
export function Filters({ children }: { children: ReactNode }) {
  return (
    <search className="filters" aria-label="筛选">
      {children}
    </search>
  )
}

/** A field of the filters with its name. */
export function Filter({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="filters__one">
      <span>{name}</span>
      {children}
    </label>
  )
}
