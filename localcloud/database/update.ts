import { applyChange, type Change } from './change'
import { requestFailed } from './failure'
import type { Filter } from './filter'
import { valuesAt } from './path'
import { renameTo } from './rename'
import { updateOperators } from './update-operators'
import { type Document, isDocument, type Value } from './value'

/** Makes the new version of a document; returns the document itself when nothing changes. */
export type Update = (document: Document) => Document

/**
 * Compiles a MongoDB update document. `filter` is what finds the document (the positional `$` needs it).
 * Fails on unknown operators, conflicting paths and operands of a wrong type; the update fails on stored values of a
 * wrong type. `now` in epoch milliseconds.
 */
export function compileUpdate(update: Document, filter: Filter, now: number): Update {
  const changes: Change[] = []
  for (const [name, operands] of Object.entries(update)) {
    if (!name.startsWith('$'))
      throw requestFailed(`the update operation document must contain atomic operators, found ${name}`)
    if (!isDocument(operands))
      throw requestFailed(`Modifiers operate on fields but we found ${name}: ${String(operands)}`)
    if (name === '$setOnInsert') continue
    const operator = Object.hasOwn(updateOperators, name) ? updateOperators[name] : undefined
    if (!operator && name !== '$rename') throw requestFailed(`Unknown modifier: ${name}`)
    for (const [path, operand] of Object.entries(operands)) {
      if (name !== '$pull') refuseOperatorNames(operand, hasModifiers(name, operand))
      const segments = segmentsOf(path)
      if (operator)
        changes.push({ path, segments, creates: operator.creates, apply: operator.compile(operand, path, now) })
      else changes.push(...renameTo(path, segments, operand, segmentsOf))
    }
  }
  refuseConflicts(changes)
  const positional = changes.some(({ segments }) => segments.some(isPositional))
  return (document) => {
    let next = document
    for (const change of positional ? changes.flatMap((one) => placed(one, document, filter)) : changes) {
      next = applyChange(next, change, document)
    }
    return next
  }
}

/** Whether the operand's own `$` fields are the operator's modifiers. */
const hasModifiers = (operator: string, operand: Value): boolean =>
  isDocument(operand) &&
  (operator === '$currentDate' ||
    operator === '$bit' ||
    ((operator === '$push' || operator === '$addToSet') && operand.$each !== undefined))

const isPositional = (segment: string): boolean => segment.startsWith('$')

/** The change at the places that `$` (the element the condition found) and `$[]` (every element) stand for. */
function placed(change: Change, document: Document, filter: Filter): Change[] {
  const at = change.segments.findIndex(isPositional)
  if (at === -1) return [change]
  const sign = change.segments[at]
  const path = change.segments.slice(0, at).join('.')
  const [list] = valuesAt(document, path)
  const places = sign === '$' ? [foundPlace(document, path, list, filter)] : everyPlace(change, sign ?? '', path, list)
  return places.flatMap((place) => {
    const segments = change.segments.map((segment, step) => (step === at ? String(place) : segment))
    return placed({ ...change, segments, path: segments.join('.') }, document, filter)
  })
}

/** The first element with which alone the document would still match. */
function foundPlace(document: Document, path: string, list: Value | undefined, filter: Filter): number {
  const place =
    Array.isArray(list) && !path.includes('.')
      ? list.findIndex((item) => filter.test({ ...document, [path]: [item] }))
      : -1
  if (place >= 0 && mentions(filter, document, path)) return place
  throw requestFailed('The positional operator did not find the match needed from the query.')
}

/** Whether the condition depends on the list at all: without it the document must not match. */
const mentions = (filter: Filter, document: Document, path: string): boolean =>
  !filter.test({ ...document, [path]: [] })

function everyPlace(change: Change, sign: string, path: string, list: Value | undefined): number[] {
  if (sign !== '$[]')
    throw requestFailed(`No array filter found for identifier '${sign.slice(2, -1)}' in path '${change.path}'`)
  if (list === undefined)
    throw requestFailed(`The path '${path}' must exist in the document in order to apply array updates.`)
  if (!Array.isArray(list)) throw requestFailed(`Cannot apply array updates to non-array element ${path}`)
  return list.map((_, place) => place)
}

function segmentsOf(path: string): string[] {
  const segments = path.split('.')
  if (segments.includes(''))
    throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  if (segments.includes('__proto__')) throw requestFailed('a field must not be named __proto__')
  if (segments[0]?.startsWith('$'))
    throw requestFailed(`The dollar ($) prefixed field '${path}' is not valid for storage.`)
  const strange = segments.find((segment) => segment.startsWith('$') && !/^\$(?:\[\w*\])?$/.test(segment))
  if (strange !== undefined)
    throw requestFailed(`The dollar ($) prefixed field '${strange}' in '${path}' is not valid for storage.`)
  if (segments[0] === '_id')
    throw requestFailed(`Performing an update on the path '_id' would modify the immutable field '_id'`)
  return segments
}

function refuseConflicts(changes: Change[]): void {
  if (changes.length < 2) return
  const paths = new Set<string>()
  for (const { path } of changes) {
    if (paths.has(path)) throw conflict(path, path)
    paths.add(path)
  }
  for (const { path } of changes) {
    for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
      if (paths.has(path.slice(0, dot))) throw conflict(path, path.slice(0, dot))
    }
  }
}

const conflict = (path: string, at: string): Error =>
  requestFailed(`Updating the path '${path}' would create a conflict at '${at}'`)

/** Stored documents hold no field that begins with `$`; the modifiers of an array operator are the exception. */
export function refuseOperatorNames(value: Value, modifiersAllowed = false): void {
  if (typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) refuseOperatorNames(item)
  } else if (isDocument(value)) {
    for (const [name, item] of Object.entries(value)) {
      if (name.startsWith('$') && !modifiersAllowed) {
        throw requestFailed(`The dollar ($) prefixed field '${name}' is not valid for storage.`)
      }
      refuseOperatorNames(item)
    }
  }
}
