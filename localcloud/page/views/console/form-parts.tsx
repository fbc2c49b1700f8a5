import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../../texts/language'

/** A named part of a form; the hint stands below it. */
export function Field({ name, hint, children }: { name: string; hint?: string | undefined; children: ReactNode }) {
  return (
    <div className="field">
      <div className="field-name">{name}</div>
      {children}
      {hint !== undefined && <div className="quiet small">{hint}</div>}
    </div>
  )
}

interface ChooseFunctionProps {
  names: readonly string[]
  value: string | undefined
  onChange(name: string): void
}

export function ChooseFunction({ names, value, onChange }: ChooseFunctionProps) {
  const t = useTexts().console
  return (
    <Field name={t.function}>
      <Select
        aria-label={t.function}
        placeholder={t.chooseFunction}
        showSearch
        style={{ width: '100%' }}
        value={value}
        onChange={onChange}
        options={names.map((name) => ({ value: name, label: name }))}
      />
    </Field>
  )
}
