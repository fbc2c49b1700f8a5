import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { useTexts } from '../texts/language'

interface SearchFieldProps {
  label: string
  value: string
  onChange(value: string): void
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** The view's search; `/` leads there from anywhere on the page. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const texts = useTexts()
  const field = useRef<InputRef>(null)
  useEffect(() => {
    const toSearch = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', toSearch)
    return () => document.removeEventListener('keydown', toSearch)
  }, [])
  return (
    <Input
      ref={field}
      className="search-field"
      aria-label={label}
      placeholder={label}
      title={texts.actions.searchKey}
      prefix={<SearchOutlined />}
      allowClear
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
