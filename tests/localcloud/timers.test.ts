import { describe, expect, it, vi } from 'vitest'
import { FunctionError, type LocalCloud } from '#localcloud/local-cloud'
import { parseSchedule } from '../../localcloud/functions/schedule'
import { startSampleCloud } from './sample-cloud'

const beijing = (text: string) => Date.parse(`${text.replace(' ', 'T')}+08:00`)

describe('a schedule of seven fields, in UTC+8', () => {
  it.each([
    ['every five seconds', '*/5 * * * * * *', '2026-11-11 10:00:03', '2026-11-11 10:00:05'],
    ['at a full step, the next step', '*/5 * * * * * *', '2026-11-11 10:00:05', '2026-11-11 10:00:10'],
    ['daily at two at night, today', '0 0 2 * * * *', '2026-11-11 01:59:59', '2026-11-11 02:00:00'],
    ['daily at two at night, tomorrow', '0 0 2 * * * *', '2026-11-11 02:00:00', '2026-11-12 02:00:00'],
    ['midnight is Beijing’s', '0 0 0 * * * *', '2026-11-11 07:59:59', '2026-11-12 00:00:00'],
    ['a list and a range', '30 15 9-11,20 * * * *', '2026-11-11 11:15:30', '2026-11-11 20:15:30'],
    ['from a value with a step', '0 10/20 * * * * *', '2026-11-11 10:30:00', '2026-11-11 10:50:00'],
    ['the first of a month, over the year’s end', '0 0 8 1 * * *', '2026-12-01 08:00:00', '2027-01-01 08:00:00'],
    ['the 31st skips short months', '0 0 0 31 * * *', '2026-08-31 00:00:00', '2026-10-31 00:00:00'],
    ['the 29th of February', '0 0 0 29 2 * *', '2026-03-01 00:00:00', '2028-02-29 00:00:00'],
    ['months and weekdays by name', '0 0 9 * NOV MON *', '2026-11-11 00:00:00', '2026-11-16 09:00:00'],
    ['Sunday is 0', '0 0 9 * * 0 *', '2026-11-11 00:00:00', '2026-11-15 09:00:00'],
    ['day or weekday, whichever comes first', '0 0 0 20 * MON *', '2026-11-11 00:00:00', '2026-11-16 00:00:00'],
    ['day or weekday, the other', '0 0 0 20 * MON *', '2026-11-16 00:00:00', '2026-11-20 00:00:00'],
    ['one year only', '0 0 0 1 1 * 2030', '2026-11-11 00:00:00', '2030-01-01 00:00:00'],
    ['new year’s first second', '0 0 0 * * * 2027', '2026-11-11 00:00:00', '2027-01-01 00:00:00'],
  ])('%s', (_, expression, at, next) => {
    expect(parseSchedule(expression).nextAfter(beijing(at))).toBe(beijing(next))
  })

  it('within a second counts as before its next tick', () => {
    expect(parseSchedule('* * * * * * *').nextAfter(beijing('2026-11-11 10:00:00') + 1)).toBe(
      beijing('2026-11-11 10:00:01'),
    )
  })

  it('ends when no year is left', () => {
    expect(parseSchedule('0 0 0 1 1 * 2020').nextAfter(beijing('2026-11-11 00:00:00'))).toBeUndefined()
  })

  it.each([
    ['0 0 2 * * *', 'has 6 fields; seven are needed'],
    ['60 0 2 * * * *', 'second "60"'],
    ['0 0 24 * * * *', 'hour "24"'],
    ['0 0 0 0 * * *', 'day "0"'],
    ['0 0 0 * * 7 *', 'week "7"'],
    ['0 0 0 * FOO * *', 'month "FOO"'],
    ['0 9-8 0 * * * *', 'minute "9-8"'],
    ['*/0 * * * * * *', 'second "*/0"'],
    ['0 1,,2 * * * * *', 'minute "1,,2"'],
    ['0 0 0 ? * * *', 'day "?"'],
  ])('"%s" is refused, naming the field', (expression, problem) => {
    expect(() => parseSchedule(expression)).toThrow(problem)
  })
})

/** What the sample function wrote down: [timer, due time, source] of each run, oldest first. */
function runs(cloud: LocalCloud): [string, string, string][] {
  return cloud
    .logs({ function: 'scheduled' })
    .reverse()
    .map(({ output: [line = '{}'] }) => {
      const { event, source } = JSON.parse(line)
      expect(event).toEqual({ Type: 'Timer', TriggerName: event.TriggerName, Time: event.Time, Message: '' })
      return [event.TriggerName, event.Time, source]
    })
}

describe('timers on the cloud’s clock', () => {
  it('moved forward over many ticks, each due timer runs once; moved on, once more', async () => {
    const cloud = await startSampleCloud({ timers: true })
    try {
      cloud.clock.set(beijing('2030-05-06 12:10:00'))
      await cloud.timersSettled()
      const before = runs(cloud).length
      cloud.clock.set(beijing('2030-05-09 12:20:00'))
      await cloud.timersSettled()
      // Three nights and 72 hours have passed; Time is the first tick passed over, in UTC.
      expect(runs(cloud).slice(before).sort()).toEqual([
        ['hourly', '2030-05-06T05:00:00Z', 'wx_trigger'],
        ['nightly', '2030-05-06T19:30:00Z', 'wx_trigger'],
      ])
      cloud.clock.set(beijing('2030-05-09 12:59:00'))
      await cloud.timersSettled()
      expect(runs(cloud)).toHaveLength(before + 2)
      cloud.clock.advance(61_000)
      await cloud.timersSettled()
      expect(runs(cloud).at(-1)).toEqual(['hourly', '2030-05-09T05:00:00Z', 'wx_trigger'])
      expect(runs(cloud)).toHaveLength(before + 3)
    } finally {
      await cloud.stop()
    }
  })

  it('moved back, nothing runs, and the next tick is that of the new time', async () => {
    const cloud = await startSampleCloud({ timers: true })
    try {
      cloud.clock.set(beijing('2031-05-09 12:20:00'))
      await cloud.timersSettled()
      const before = runs(cloud).length
      cloud.clock.set(beijing('2029-05-06 12:10:00'))
      await cloud.timersSettled()
      expect(runs(cloud)).toHaveLength(before)
      cloud.clock.set(beijing('2029-05-06 13:00:00'))
      await cloud.timersSettled()
      expect(runs(cloud).slice(before)).toEqual([['hourly', '2029-05-06T05:00:00Z', 'wx_trigger']])
    } finally {
      await cloud.stop()
    }
  })

  it('runs by itself when its time comes', async () => {
    const cloud = await startSampleCloud({ timers: true })
    try {
      cloud.clock.set(beijing('2029-05-06 12:59:59'))
      const tick = ['hourly', '2029-05-06T05:00:00Z', 'wx_trigger']
      await vi.waitFor(() => expect(runs(cloud)).toContainEqual(tick), { timeout: 20_000, interval: 50 })
    } finally {
      await cloud.stop()
    }
  })

  it('can be triggered by hand, also with timers off, and not by a name it does not have', async () => {
    const cloud = await startSampleCloud()
    try {
      expect((await cloud.trigger('scheduled', 'nightly')).result).toBe('nightly')
      expect(runs(cloud).map(([name, , source]) => [name, source])).toEqual([['nightly', 'wx_trigger']])
      await expect(cloud.trigger('scheduled', 'weekly')).rejects.toThrow(FunctionError)
      await expect(cloud.trigger('scheduled', 'weekly')).rejects.toThrow('scheduled/hourly, scheduled/nightly')
    } finally {
      await cloud.stop()
    }
  })
})
