import type { AdminRequest } from './admin'
import { decode } from './ejson'
import { invalidParameter } from './failure'
import { type Document, isDocument, type Value } from './value'

/** A filter, order or projection sent as EJSON; an absent one is empty. Throws INVALID_PARAM when it is no object. */
export function documentIn(request: AdminRequest, name: string, now: number): Document {
  const sent = request[name]
  if (sent === undefined || sent === null || sent === '') return {}
  const value = valueSent(sent, now)
  if (isDocument(value)) return value
  throw invalidParameter(`${name} must be an object`)
}

/** EJSON text as the SDK sends it; tools may send the object itself. */
export const valueSent = (sent: unknown, now: number): Value =>
  decode(typeof sent === 'string' ? sent : JSON.stringify(sent), now)

/** A count such as limit or offset. Throws INVALID_PARAM when it is not a whole number of at least zero. */
export function countIn(request: AdminRequest, name: string, absent: number): number {
  const sent = request[name]
  if (sent === undefined || sent === null) return absent
  if (typeof sent === 'number' && Number.isInteger(sent) && sent >= 0) return sent
  throw invalidParameter(`${name} must be a whole number`)
}

export function nameIn(request: AdminRequest): string {
  const name = request.collectionName
  if (typeof name === 'string' && /^[^$\s][^$\s]*$/.test(name)) return name
  throw invalidParameter('collectionName must be a non-empty string without spaces and $')
}
