import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { UndoToast } from './UndoToast'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function toast() {
  const [undo, over] = [vi.fn(), vi.fn()]
  render(<UndoToast said="已通过 12 笔" seconds={3} undo={undo} over={over} />)
  return { undo, over }
}
/** A second after the other: each one is shown before the next begins. */
const pass = (seconds: number) => {
  for (let second = 0; second < seconds; second += 1) act(() => vi.advanceTimersByTime(1_000))
}

test('时间一到就定了，不早一秒', () => {
  const { over } = toast()
  pass(2)
  expect(over).not.toHaveBeenCalled()
  pass(1)
  expect(over).toHaveBeenCalledTimes(1)
})

test('手或焦点停在上面时不走，离开再走', () => {
  const { over } = toast()
  const bar = screen.getByRole('status')
  fireEvent.focus(screen.getByRole('button', { name: /撤\s?销/ }))
  pass(10)
  expect(over).not.toHaveBeenCalled()
  fireEvent.blur(screen.getByRole('button', { name: /撤\s?销/ }))
  fireEvent.mouseEnter(bar)
  pass(10)
  expect(over).not.toHaveBeenCalled()
  fireEvent.mouseLeave(bar)
  pass(3)
  expect(over).toHaveBeenCalledTimes(1)
})

test('撤销', () => {
  const { undo } = toast()
  fireEvent.click(screen.getByRole('button', { name: /撤\s?销/ }))
  expect(undo).toHaveBeenCalledTimes(1)
})
