import { EventEmitter } from 'node:events'
import { beforeEach, expect, test, vi } from 'vitest'
import { isCutShort, untilInterrupted } from './interrupt'

const endAtOnce = vi.fn()
let signals: EventEmitter
let at: number
let interrupted: Promise<void>

beforeEach(() => {
  endAtOnce.mockReset()
  signals = new EventEmitter()
  at = 1_000
  interrupted = untilInterrupted({ signals, endAtOnce, now: () => at })
})

test.each(['SIGINT', 'SIGTERM'])('%s cuts the work short', async (signal) => {
  const cut = isCutShort(new Promise(() => undefined), interrupted)
  signals.emit(signal)
  expect(await cut).toBe(true)
})

test('work that is done is not cut short, and what it throws is thrown', async () => {
  expect(await isCutShort(Promise.resolve(), interrupted)).toBe(false)
  await expect(isCutShort(Promise.reject(new Error('no disk')), interrupted)).rejects.toThrow('no disk')
})

test('what the work throws once it is cut short is nobody’s', async () => {
  let fail = (_: Error) => {}
  const work = new Promise((_, reject) => {
    fail = reject
  })
  const cut = isCutShort(work, interrupted)
  signals.emit('SIGINT')
  expect(await cut).toBe(true)
  fail(new Error('the cloud is gone'))
  await new Promise(setImmediate)
})

test('one press that arrives twice tidies up; a second press ends at once', async () => {
  signals.emit('SIGINT')
  at += 500
  signals.emit('SIGINT')
  await interrupted
  expect(endAtOnce).not.toHaveBeenCalled()
  at += 1
  signals.emit('SIGINT')
  expect(endAtOnce).toHaveBeenCalledOnce()
})
