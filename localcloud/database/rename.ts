import type { Change } from './change'
import { encode } from './ejson'
import { requestFailed } from './failure'
import { type Document, fieldOf, isDocument, typeName, type Value } from './value'

/** `$rename`: two changes, one that takes the field away and one that sets the other to what it held. A missing field changes nothing. */
export function renameTo(
  path: string,
  segments: string[],
  to: Value,
  segmentsOf: (path: string) => string[],
): Change[] {
  if (typeof to !== 'string') throw requestFailed(`The 'to' field for $rename must be a string: ${path}: ${encode(to)}`)
  const target = segmentsOf(to)
  if (to === path) throw requestFailed(`The source and target field for $rename must differ: ${path}: "${to}"`)
  for (const part of [...segments, ...target]) {
    if (part.startsWith('$')) throw requestFailed(`The source and target field for $rename may not be dynamic: ${path}`)
  }
  return [
    { path, segments, creates: false, apply: (current) => (current === undefined ? current : undefined) },
    {
      path: to,
      segments: target,
      creates: true,
      apply: (current, document) => {
        const moved = sourceOf(document, segments)
        if (moved !== undefined) refuseList(document, target, 'destination')
        return moved === undefined ? current : moved
      },
      needed: (document) => sourceOf(document, segments) !== undefined,
    },
  ]
}

function sourceOf(document: Document, segments: string[]): Value | undefined {
  refuseList(document, segments, 'source')
  return segments.reduce<Value | undefined>(
    (value, name) => (isDocument(value) ? fieldOf(value, name) : undefined),
    document,
  )
}

function refuseList(document: Document, segments: string[], which: string): void {
  let value: Value | undefined = document
  for (const name of segments.slice(0, -1)) {
    value = isDocument(value) ? fieldOf(value, name) : undefined
    if (Array.isArray(value))
      throw requestFailed(
        `The ${which} field cannot be an array element, '${segments.join('.')}' in doc with _id: ${encode(document._id ?? null)} has an array field called '${name}' of type ${typeName(value)}`,
      )
  }
}
