import { stringify } from 'csv-stringify/sync'
import { columnWords, type EventMessage } from '#contract/policy-columns'
import type { PolicyField } from '#contract/policy-event'

// `Object.keys` forgets that the keys are the record's own.
const fields = Object.keys(columnWords) as PolicyField[]

/** The header row in Chinese. */
export const fileHeader = (): string => stringify([fields.map((field) => columnWords[field])])

/** Events as rows of a policy file, premiums in yuan. */
export const fileRows = (events: readonly EventMessage[]): string =>
  stringify(events.map((event) => fields.map((field) => cell(field, event[field] ?? ''))))

function cell(field: PolicyField, value: string | number): string {
  if (field !== 'commercialPremiumFen' && field !== 'compulsoryPremiumFen') return String(value)
  const fen = String(value).padStart(3, '0')
  return `${fen.slice(0, -2)}.${fen.slice(-2)}`
}
