import { readJson } from '../../ejson/typed'

export const operators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'contains',
  'starts',
  'exists',
  'missing',
] as const
export type Operator = (typeof operators)[number]

/** One line of the filter that is chosen rather than written. */
export interface Condition {
  field: string
  operator: Operator
  value: string
}

export const takesValue = (operator: Operator): boolean => operator !== 'exists' && operator !== 'missing'

/** The filter that these conditions make together, as one would write it. Lines without a field do not count. */
export function filterText(conditions: readonly Condition[]): string {
  const said = conditions
    .filter(({ field }) => field.trim() !== '')
    .map((condition) => ({ field: condition.field.trim(), asked: askedOf(condition) }))
  if (said.length === 0) return ''
  const fields = said.map(({ field }) => field)
  const apart = new Set(fields).size < fields.length
  // A field can stand in one object only once; several conditions on it go side by side.
  if (apart) return `{ $and: [${said.map(({ field, asked }) => `{ ${keyText(field)}: ${asked} }`).join(', ')}] }`
  return `{ ${said.map(({ field, asked }) => `${keyText(field)}: ${asked}`).join(', ')} }`
}

const keyText = (field: string): string => (/^[\p{L}_][\p{L}\p{N}_.]*$/u.test(field) ? field : JSON.stringify(field))

function askedOf({ operator, value }: Condition): string {
  switch (operator) {
    case 'eq':
      return valueText(value)
    case 'in':
      return `{ $in: [${value.split(/[,，]/).map(valueText).join(', ')}] }`
    case 'contains':
      return patternText(value, '')
    case 'starts':
      return patternText(value, '^')
    case 'exists':
      return '{ $exists: true }'
    case 'missing':
      return '{ $exists: false }'
    default:
      return `{ $${operator}: ${valueText(value)} }`
  }
}

/** Numbers, true, false, null, dates and quoted text are taken as they are; all else is text. */
function valueText(written: string): string {
  const text = written.trim()
  const plain = /^(?:-?\d+(?:\.\d+)?|true|false|null|ISODate\(.*\)|".*")$/.test(text)
  return plain && readJson(text).ok ? text : JSON.stringify(text)
}

function patternText(value: string, before: string): string {
  // An empty pattern would be a comment.
  if (value === '') return '/(?:)/'
  return `/${before}${value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll('\n', '\\n')}/`
}
