import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readDocument } from '../ejson/typed'
import { Languages } from '../texts/language'
import { CodeField } from './code-field'

const done = vi.fn()

function Editor({ start }: { start: string }) {
  const [text, setText] = useState(start)
  const read = readDocument(text)
  return (
    <CodeField
      label="document"
      value={text}
      onChange={setText}
      onDone={done}
      problem={read.ok ? undefined : read.problem}
    />
  )
}
const field = () => {
  const found = screen.getByLabelText('document')
  if (!(found instanceof HTMLTextAreaElement)) throw new Error('the editor is no text field')
  return found
}
const open = (start: string) =>
  render(
    <Languages>
      <Editor start={start} />
    </Languages>,
  )

beforeEach(() => localStorage.setItem('localcloud.language', 'en'))
afterEach(() => {
  cleanup()
  done.mockReset()
})

test('a problem is said with its line and column, and leads to what it is about', () => {
  open('{\n  "a": 1,\n  "b": open\n}')
  expect(screen.getByRole('alert').textContent).toBe('Line 3, column 8open is not known; text needs quotation marks')
  expect(field().getAttribute('aria-invalid')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: 'Line 3, column 8' }))
  expect(document.activeElement).toBe(field())
  expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe('open')
})

test('a mended text has no problem', () => {
  open('{ "b": open }')
  fireEvent.change(field(), { target: { value: '{ "b": "open" }' } })
  expect(screen.queryByRole('alert')).toBeNull()
  expect(field().getAttribute('aria-invalid')).toBe('false')
})

test('Ctrl or Command with Enter is done, Enter alone is a new line', () => {
  open('{}')
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(done).not.toHaveBeenCalled()
  fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true })
  fireEvent.keyDown(field(), { key: 'Enter', metaKey: true })
  expect(done).toHaveBeenCalledTimes(2)
})

test('every line has its number', () => {
  const { container } = open('{\n\n\n}')
  expect(container.querySelector('.code-numbers')?.textContent).toBe('1234')
})
