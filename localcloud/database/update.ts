import { update as mingoUpdate } from 'mingo/updater'
import { applyChange, type Change } from './change'
import { requestFailed } from './failure'
import { mingoOptions } from './mingo-options'
import { updateOperators } from './update-operators'
import { copyOf, type Document, isDocument, sameValue, type Value } from './value'

/** Makes the new version of a document; returns the document itself when nothing changes. */
export type Update = (document: Document) => Document

/**
 * Compiles a MongoDB update document. `condition` is the filter that found the document (the positional `$` needs it).
 * Fails on unknown operators, conflicting paths and operands of a wrong type; the update fails on stored values of a
 * wrong type. `now` in epoch milliseconds.
 */
export function compileUpdate(update: Document, condition: Document, now: number): Update {
  const changes: Change[] = []
  let onlyOwn = true
  for (const [name, operands] of Object.entries(update)) {
    if (!isDocument(operands))
      throw requestFailed(`Modifiers operate on fields but we found ${name}: ${String(operands)}`)
    if (name === '$setOnInsert') continue
    const operator = Object.hasOwn(updateOperators, name) ? updateOperators[name] : undefined
    if (!operator && name !== '$rename' && name !== '$bit') throw requestFailed(`Unknown modifier: ${name}`)
    for (const [path, operand] of Object.entries(operands)) {
      if (name !== '$pull') refuseOperatorNames(operand, hasModifiers(name, operand))
      const segments = segmentsOf(path)
      if (!operator || path.includes('$')) onlyOwn = false
      else changes.push({ path, segments, creates: operator.creates, apply: operator.compile(operand, path, now) })
    }
  }
  if (!onlyOwn) return withMingo(update, condition)
  refuseConflicts(changes)
  return (document) => {
    let next = document
    for (const change of changes) next = applyChange(next, change)
    return next
  }
}

/** Whether the operand's own `$` fields are the operator's modifiers. */
const hasModifiers = (operator: string, operand: Value): boolean =>
  isDocument(operand) &&
  (operator === '$currentDate' || ((operator === '$push' || operator === '$addToSet') && operand.$each !== undefined))

/** For what is rare: positional paths, `$rename`, `$bit`. Works on a copy, as mingo changes its argument. */
function withMingo(update: Document, condition: Document): Update {
  return (document) => {
    const copy = copyOf(document)
    const positional = JSON.stringify(update).includes('.$')
    mingoUpdate<Document>(copy, update, [], positional ? condition : {}, {
      cloneMode: 'deep',
      queryOptions: mingoOptions,
    })
    return sameValue(copy, document) ? document : copy
  }
}

function segmentsOf(path: string): string[] {
  const segments = path.split('.')
  if (segments.includes(''))
    throw requestFailed(`The update path '${path}' contains an empty field name, which is not allowed.`)
  if (segments.includes('__proto__')) throw requestFailed('a field must not be named __proto__')
  if (segments[0]?.startsWith('$'))
    throw requestFailed(`The dollar ($) prefixed field '${path}' is not valid for storage.`)
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
