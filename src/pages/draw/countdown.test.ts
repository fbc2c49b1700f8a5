import { expect, test } from 'vitest'
import { countdown } from './countdown'

const at = (text: string) => Date.parse(`${text}+08:00`)
const start = at('2026-09-01T00:00:00')

test.each([
  ['差一毫秒也还没到', start - 1, { days: 0, hours: 0, minutes: 0, seconds: 1 }],
  ['差一秒', start - 1_000, { days: 0, hours: 0, minutes: 0, seconds: 1 }],
  ['差一天整', at('2026-08-31T00:00:00'), { days: 1, hours: 0, minutes: 0, seconds: 0 }],
  ['差 2 天 3 小时 4 分 5 秒', at('2026-08-29T20:55:55'), { days: 2, hours: 3, minutes: 4, seconds: 5 }],
  ['正好到点', start, null],
  ['已经过了', start + 1, null],
])('%s', (_name, now, expected) => {
  expect(countdown(now, start)).toEqual(expected)
})
