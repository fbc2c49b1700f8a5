import * as v from 'valibot'
import { FaultPlan, FaultRule } from '../faults/fault-rule'
import { RequestError } from '../gateway/request-error'
import { operation, type PageParts } from './operation'

const state = ({ faults }: PageParts) => ({ ...faults.list(), struck: faults.struck() })

/** The faults asked for with how often each has struck, and what struck when. */
export const faultsList = operation(v.strictObject({}), state)

export const faultsAdd = operation(FaultRule, (parts, rule) => {
  parts.faults.add(rule)
  return state(parts)
})

/** Takes one away. `action` is what the page believes to stand at that place. */
export const faultsRemove = operation(
  v.strictObject({ at: v.pipe(v.number(), v.integer(), v.minValue(0)), action: v.string() }),
  (parts, { at, action }) => {
    if (parts.faults.list().faults[at]?.action !== action)
      throw new RequestError(409, 'the faults have changed meanwhile')
    parts.faults.remove(at)
    return state(parts)
  },
)

/** Replaces them all, as a faults file does. */
export const faultsSet = operation(FaultPlan, (parts, { faults, seed }) => {
  parts.faults.set(faults, seed)
  return state(parts)
})
