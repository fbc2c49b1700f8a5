import { Button, Typography } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { type Problem, placeOf } from '../ejson/node'
import { useTexts } from '../texts/language'

interface CodeFieldProps {
  label: string
  value: string
  onChange(value: string): void
  /** What is wrong with the value; it is said below, and leads to the place. */
  problem?: Problem | undefined
  /** Ctrl + Enter. */
  onDone?: () => void
  rows?: number
  placeholder?: string
  autoFocus?: boolean
}

/** A text of several lines with line numbers, in which a problem has a place. */
export function CodeField({
  label,
  value,
  onChange,
  problem,
  onDone,
  rows = 10,
  placeholder,
  autoFocus,
}: CodeFieldProps) {
  const texts = useTexts()
  const area = useRef<HTMLTextAreaElement>(null)
  const numbers = useRef<HTMLDivElement>(null)
  const place = problem && placeOf(value, problem.at)
  const lines = value.split('\n').length
  const keyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || onDone === undefined) return
    event.preventDefault()
    onDone()
  }
  const goTo = (at: number) => {
    area.current?.focus()
    area.current?.setSelectionRange(at, Math.min(at + Math.max(problem?.text.length ?? 1, 1), value.length))
  }
  return (
    <div className={problem ? 'code-field wrong' : 'code-field'}>
      <div className="code-field-body">
        {rows > 1 && (
          <div className="code-numbers" ref={numbers} aria-hidden>
            {Array.from({ length: lines }, (_, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: line numbers are their own places
              <div key={at} className={place?.line === at + 1 ? 'wrong' : undefined}>
                {at + 1}
              </div>
            ))}
          </div>
        )}
        <textarea
          ref={area}
          aria-label={label}
          aria-invalid={problem !== undefined}
          // biome-ignore lint/a11y/noAutofocus: an editor that was just opened is where one goes on typing
          autoFocus={autoFocus}
          value={value}
          rows={rows}
          wrap="off"
          spellCheck={false}
          autoCapitalize="off"
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={keyDown}
          onScroll={(event) => numbers.current?.scrollTo(0, event.currentTarget.scrollTop)}
        />
      </div>
      {problem && place && (
        <div className="code-problem" role="alert">
          <Button type="link" size="small" danger onClick={() => goTo(problem.at)}>
            {texts.editor.at(place.line, place.column)}
          </Button>
          <Typography.Text type="danger">{texts.editor.problems[problem.kind](problem.text)}</Typography.Text>
        </div>
      )}
    </div>
  )
}
