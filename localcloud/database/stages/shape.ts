import { isTrue, withVariables } from '../expression/operator'
import { requestFailed } from '../failure'
import { FieldTree } from '../projection'
import { type Document, fieldOf, isDocument, type Value } from '../value'
import type { StageCompiler, StageContext } from './stage'

/** `$project`: fields to keep or to leave out, and fields to compute. */
export const project: StageCompiler = (operand, context) => {
  if (!isDocument(operand)) throw requestFailed('$project specification must be an object')
  if (Object.keys(operand).length === 0)
    throw requestFailed('Invalid $project :: caused by :: projection specification must have at least one field')
  const tree = new FieldTree()
  const modes = { included: '', dropped: '' }
  walk(operand, '', context, (path, asked) => {
    if (path !== '_id' && asked !== 'drop') modes.included ||= path
    if (path !== '_id' && asked === 'drop') modes.dropped ||= path
    tree.set(path, asked)
  })
  const { included, dropped } = modes
  if (included && dropped) {
    throw requestFailed(
      `Invalid $project :: caused by :: Cannot do exclusion on field ${dropped} in inclusion projection`,
    )
  }
  const id = fieldOf(operand, '_id')
  const onlyId = !included && !dropped
  const inclusive = included !== '' || (onlyId && !(id === 0 || id === false))
  if (inclusive && id === undefined) tree.set('_id', 'keep')
  return (documents) =>
    documents.map((document) => {
      const scope = context.scopeOf(document)
      return inclusive ? tree.included(document, scope) : tree.changed(document, scope)
    })
}

/** `$addFields`: fields computed into the documents. */
export const addFields: StageCompiler = (operand, context) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0)
    throw requestFailed('$addFields specification stage must be an object with at least one field')
  const tree = new FieldTree()
  for (const [path, value] of Object.entries(operand)) addComputed(path, value, tree, context)
  return (documents) => documents.map((document) => tree.changed(document, context.scopeOf(document)))
}

/** Objects are nested fields, all else is an expression. */
function addComputed(path: string, value: Value, tree: FieldTree, context: StageContext): void {
  if (isDocument(value) && Object.keys(value).length > 0 && !Object.keys(value)[0]?.startsWith('$')) {
    for (const [name, inner] of Object.entries(value)) addComputed(`${path}.${name}`, inner, tree, context)
  } else tree.set(path, context.compile(value))
}

type Asked = Parameters<FieldTree['set']>[1]

function walk(
  operand: Document,
  prefix: string,
  context: StageContext,
  found: (path: string, asked: Asked) => void,
): void {
  for (const [name, value] of Object.entries(operand)) {
    const path = prefix + name
    if (typeof value === 'number' || typeof value === 'boolean') found(path, isTrue(value) ? 'keep' : 'drop')
    else if (isDocument(value) && !Object.keys(value)[0]?.startsWith('$')) {
      if (Object.keys(value).length === 0)
        throw requestFailed(
          `Invalid $project :: caused by :: an empty object is not a valid value. Found at path ${path}`,
        )
      walk(value, `${path}.`, context, found)
    } else found(path, context.compile(value))
  }
}

/** `$replaceRoot`: an embedded or computed document becomes the whole. */
export const replaceRoot: StageCompiler = (operand, context) => {
  if (!isDocument(operand) || operand.newRoot === undefined)
    throw requestFailed('no newRoot specified for the $replaceRoot stage')
  const newRoot = context.compile(operand.newRoot)
  return (documents) =>
    documents.map((document) => {
      const root = newRoot(context.scopeOf(document))
      if (isDocument(root)) return root
      throw requestFailed(
        `'newRoot' expression  must evaluate to an object, but resulting value was: ${JSON.stringify(root ?? 'MISSING')}`,
      )
    })
}

const verdicts = [
  ['KEEP', 'KEEP'],
  ['PRUNE', 'PRUNE'],
  ['DESCEND', 'DESCEND'],
] as const

/** `$redact`: keeps, prunes or descends into each embedded document. */
export const redact: StageCompiler = (operand, context) => {
  const expression = context.compile(operand, ['KEEP', 'PRUNE', 'DESCEND'])
  const decide = (document: Document) => expression(withVariables(context.scopeOf(document), verdicts))
  const redacted = (document: Document): Document | undefined => {
    const verdict = decide(document)
    if (verdict === 'KEEP') return document
    if (verdict === 'PRUNE') return undefined
    if (verdict !== 'DESCEND') throw requestFailed('$redact must return $$KEEP, $$PRUNE or $$DESCEND')
    const entries = Object.entries(document).flatMap(([name, value]) => {
      const inner = within(value)
      return inner === undefined ? [] : [[name, inner] as const]
    })
    return Object.fromEntries(entries)
  }
  const within = (value: Value): Value | undefined => {
    if (isDocument(value)) return redacted(value)
    if (!Array.isArray(value)) return value
    return value.flatMap((item) => {
      const inner = within(item)
      return inner === undefined ? [] : [inner]
    })
  }
  return (documents) =>
    documents.flatMap((document) => {
      const kept = redacted(document)
      return kept === undefined ? [] : [kept]
    })
}
