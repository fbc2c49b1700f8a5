import { DAY_MS } from '#values/days'

export interface Countdown {
  days: number
  hours: number
  minutes: number
  seconds: number
}

/** What is left until `until`, whole seconds, rounded up so that zero means that it is time. Null once it is time. */
export function countdown(now: number, until: number): Countdown | null {
  const left = until - now
  if (left <= 0) return null
  const seconds = Math.ceil(left / 1_000)
  return {
    days: Math.floor(seconds / (DAY_MS / 1_000)),
    hours: Math.floor(seconds / 3_600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  }
}
