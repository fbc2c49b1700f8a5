import type { EventMessage } from '#contract/policy-columns'
import { addDays, type Day, day } from '#values/days'

/**
 * On which day the core system tells of an event: of what was issued before the campaign at its start, of an issue on its
 * day, and of what happened to a policy on the day after, but never later than the last of these days.
 */
export function toldOn(event: EventMessage, firstDay: Day, lastDay: Day): Day {
  const issuedOn = day(String(event.issuedAt).slice(0, 10))
  if (issuedOn < firstDay) return firstDay
  const on = event.event === 'issued' ? issuedOn : addDays(issuedOn, 1)
  return on > lastDay ? lastDay : on
}
