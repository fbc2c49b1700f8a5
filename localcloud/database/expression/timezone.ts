import { requestFailed } from '../failure'
import { typeName } from '../value'
import type { Result } from './operator'

/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
export type Timezone = (at: number) => number

const utc: Timezone = () => 0
const zones = new Map<string, Timezone>()

/** A zone by Olson name (`Asia/Shanghai`) or offset (`+08:00`); UTC when none is given. Refuses unknown names. */
export function timezoneOf(value: Result): Timezone {
  if (value === undefined) return utc
  if (typeof value !== 'string') throw requestFailed(`timezone must evaluate to a string, found ${typeName(value)}`)
  const known = zones.get(value)
  if (known) return known
  const zone = offsetZone(value) ?? namedZone(value)
  zones.set(value, zone)
  return zone
}

/** Minutes east of UTC for `+08:00`, `+0800`, `+08`, `Z`, `UTC`, `GMT`. */
export function offsetMinutes(text: string): number | undefined {
  if (/^(?:Z|UTC|GMT)$/i.test(text)) return 0
  const [, sign, hours, minutes = '00'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(text) ?? []
  if (sign === undefined) return undefined
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

function offsetZone(text: string): Timezone | undefined {
  const minutes = offsetMinutes(text)
  return minutes === undefined ? undefined : () => minutes * 60_000
}

function namedZone(name: string): Timezone {
  let clock: Intl.DateTimeFormat
  try {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    throw requestFailed(`unrecognized time zone identifier: "${name}"`)
  }
  return (at) => {
    const parts = new Map(clock.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
    const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
    return wall - Math.floor(at / 1000) * 1000
  }
}

/** The instant at which clocks in the zone show `wall` (given as if it were UTC). */
export function instantAt(wall: number, zone: Timezone): number {
  const guess = wall - zone(wall)
  return wall - zone(guess)
}
