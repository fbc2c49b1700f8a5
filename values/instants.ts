import { day, type Instant, isDay, startOf } from './days'

/** `2026-09-01 10:05`, with seconds when there are any; also with a T, fractions of a second, and an offset. */
const FORM = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?$/
const MINUTE = 60_000
/** Asia/Shanghai is so far ahead of UTC all the year. */
const SHANGHAI = 8 * 60

/** Reads a time; without an offset it is Asia/Shanghai's. Null when it is none. */
export function instantOf(text: string): Instant | null {
  const [, on = '', hour, minute, second = '0', fraction = '0', zone] = FORM.exec(text.trim()) ?? []
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)]
  if (!isDay(on) || hours > 23 || minutes > 59 || seconds > 59) return null
  const offset = offsetOf(zone)
  if (offset === null) return null
  const within = (hours * 60 + minutes) * MINUTE + seconds * 1000 + Number(fraction.padEnd(3, '0'))
  return startOf(day(on)) + within + (SHANGHAI - offset) * MINUTE
}

/** In minutes ahead of UTC. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return SHANGHAI
  if (zone === 'Z') return 0
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  const [ahead, rest] = [Number(hours), Number(minutes)]
  if (ahead > 14 || rest > 59) return null
  return (sign === '-' ? -1 : 1) * (ahead * 60 + rest)
}
