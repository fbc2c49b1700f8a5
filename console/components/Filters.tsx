import { Input, Select } from 'antd'
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

interface ChoiceProps {
  name: string
  value: string | undefined
  options: readonly { value: string; label: string }[]
  /** Nothing for all. */
  choose: (value: string | undefined) => void
}

/** One of several, or all of them. */
export function Choice({ name, value, options, choose }: ChoiceProps) {
  return (
    <Filter name={name}>
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        placeholder="全部"
        aria-label={name}
        popupMatchSelectWidth={false}
        value={value}
        options={[...options]}
        onChange={choose}
      />
    </Filter>
  )
}

/** The branches to choose from, where there is more than one's own. */
export function BranchChoice({
  branches,
  ...rest
}: Omit<ChoiceProps, 'name' | 'options'> & { branches: readonly { branchCode: string; name: string }[] }) {
  if (branches.length < 2) return null
  return <Choice name="网点" options={branches.map((one) => ({ value: one.branchCode, label: one.name }))} {...rest} />
}

interface TypedProps {
  name: string
  hint: string
  value: string | undefined
  choose: (value: string) => void
}

/** What one types: asked when it is confirmed, not at each letter. */
export function Typed({ name, hint, value, choose }: TypedProps) {
  return (
    <Filter name={name}>
      <Input.Search
        key={value}
        allowClear
        placeholder={hint}
        defaultValue={value ?? ''}
        maxLength={200}
        onSearch={choose}
      />
    </Filter>
  )
}

/** A day; none for all of them. */
export function DayChoice({ name, value, choose }: Omit<TypedProps, 'hint'>) {
  return (
    <Filter name={name}>
      <Input type="date" value={value ?? ''} aria-label={name} onChange={({ target }) => choose(target.value)} />
    </Filter>
  )
}

/** Texts by their key as what a `Choice` offers. */
export const choicesOf = (texts: Readonly<Record<string, string>>): { value: string; label: string }[] =>
  Object.entries(texts).map(([value, label]) => ({ value, label }))
