import { type Entry, ejsonOf, type Node, type ProblemKind, type Read, reading, TypingProblem } from './node'
import { readValue } from './read'

/** EJSON's own wrappers begin with `$` too and stand for values. */
const WRAPPERS = ['$date', '$numberInt', '$numberLong', '$numberDouble', '$regularExpression']
const TOP = ['$and', '$or', '$nor', '$expr', '$comment']
const FIELD = [
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$not'],
  ...['$exists', '$type', '$mod', '$all', '$elemMatch', '$size', '$regex', '$options'],
  ...['$geoWithin', '$geoIntersects', '$near', '$nearSphere', '$minDistance', '$maxDistance'],
]
const LISTS = ['$and', '$or', '$nor', '$in', '$nin', '$all']

function failAt(kind: ProblemKind, { from, key }: Pick<Entry, 'from' | 'key'>): never {
  throw new TypingProblem({ kind, at: from, text: key })
}

/** A filter as typed → EJSON text; an empty text finds everything. Operators the database does not know are refused where they stand. */
export function readFilter(text: string): Read<string> {
  return reading(() => {
    if (text.trim() === '') return '{}'
    const node = objectIn(text)
    checkCondition(node)
    return JSON.stringify(ejsonOf(node))
  })
}

/** A document as typed → EJSON text. */
export function readDocument(text: string): Read<string> {
  return reading(() => {
    const node = objectIn(text)
    checkFields(node)
    return JSON.stringify(ejsonOf(node))
  })
}

/** Any value as typed → what JSON.parse would give of it; for events and messages, which travel as JSON. */
export function readJson(text: string): Read<unknown> {
  return reading(() => ejsonOf(readValue(text)))
}

function objectIn(text: string): Node & { kind: 'object' } {
  const node = readValue(text)
  if (node.kind === 'object') return node
  throw new TypingProblem({ kind: 'no-object', at: node.from, text: text.slice(node.from, node.from + 20) })
}

function checkCondition(node: Node): void {
  if (node.kind !== 'object') return
  for (const entry of node.entries) {
    const { key, value } = entry
    if (!key.startsWith('$')) checkField(value)
    else if (!TOP.includes(key)) failAt('unknown-operator', entry)
    else if (LISTS.includes(key)) {
      if (value.kind !== 'array' || value.items.some(({ kind }) => kind !== 'object')) failAt('wrong-operand', entry)
      value.items.forEach(checkCondition)
    }
  }
}

/** What a field is compared with: a value, or operators. */
function checkField(node: Node): void {
  if (node.kind !== 'object') return
  for (const entry of node.entries) {
    const { key, value } = entry
    if (!key.startsWith('$') || WRAPPERS.includes(key)) continue
    if (!FIELD.includes(key)) failAt('unknown-operator', entry)
    if (LISTS.includes(key) && value.kind !== 'array') failAt('wrong-operand', entry)
    if (key === '$not') checkField(value)
    if (key === '$elemMatch' && value.kind === 'object') {
      const operators = value.entries.some((inner) => inner.key.startsWith('$') && !TOP.includes(inner.key))
      if (operators) checkField(value)
      else checkCondition(value)
    }
  }
}

/** A document's fields are named without `$`; the first that is named so is shown. */
function checkFields(node: Node): void {
  if (node.kind === 'array') node.items.forEach(checkFields)
  if (node.kind !== 'object') return
  for (const entry of node.entries) {
    if (WRAPPERS.includes(entry.key) && node.entries.length === 1) return
    if (entry.key.startsWith('$')) failAt('operator-in-document', entry)
    checkFields(entry.value)
  }
}
