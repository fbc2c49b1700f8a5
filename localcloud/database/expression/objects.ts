import { requestFailed } from '../failure'
import { type Document, isDocument, typeName } from '../value'
import { isNullish, listOperator, type Operator, type Result, unary } from './operator'

/** `$mergeObjects`: later fields win; null and missing count for nothing. */
export function mergeObjects(values: Result[]): Document {
  const merged: Document = {}
  for (const value of values) {
    if (isNullish(value)) continue
    if (!isDocument(value)) {
      throw requestFailed(
        `$mergeObjects requires object inputs, but input ${JSON.stringify(value)} is of type ${typeName(value)}`,
      )
    }
    Object.assign(merged, value)
  }
  return merged
}

export const objectOperators: Readonly<Record<string, Operator>> = {
  $mergeObjects: listOperator('$mergeObjects', [0, Number.POSITIVE_INFINITY], (values) => {
    const [only] = values
    return mergeObjects(values.length === 1 && Array.isArray(only) ? only : values)
  }),
  $objectToArray: unary('$objectToArray', (value) => {
    if (isNullish(value)) return null
    if (!isDocument(value)) throw requestFailed(`$objectToArray requires a document input, found: ${typeName(value)}`)
    return Object.entries(value).map(([k, v]) => ({ k, v }))
  }),
}
