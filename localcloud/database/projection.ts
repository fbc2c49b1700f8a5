import type { Expression, Scope } from './expression/operator'
import { requestFailed } from './failure'
import { type Document, fieldOf, isDocument, type Value } from './value'

/** What becomes of one field: kept, left out, computed, or the same asked of its own fields. */
type Leaf = 'keep' | 'drop' | Expression
interface Node {
  leaf?: Leaf
  fields: Map<string, Node>
}

/** Paths and what is asked of each, as a tree. Refuses paths that collide. */
export class FieldTree {
  readonly #root: Node = { fields: new Map() }

  set(path: string, leaf: Leaf): void {
    const names = path.split('.')
    if (names.includes('')) throw requestFailed(`FieldPath must not hold empty parts: '${path}'`)
    let node = this.#root
    for (const [at, name] of names.entries()) {
      if (node.leaf !== undefined) throw collision(path)
      const last = at === names.length - 1
      const next = node.fields.get(name)
      if (last && next) throw collision(path)
      const created = next ?? { fields: new Map() }
      node.fields.set(name, created)
      node = created
    }
    node.leaf = leaf
  }

  /** Only what is kept or computed; `_id` comes first. */
  included(document: Document, scope: Scope): Document {
    const result = including(document, this.#root, scope)
    return isDocument(result) ? result : {}
  }

  /** All but what is dropped, with what is computed set. */
  changed(document: Document, scope: Scope): Document {
    const result = changing(document, this.#root, scope)
    return isDocument(result) ? result : {}
  }
}

const collision = (path: string): Error => requestFailed(`Invalid $project :: caused by :: Path collision at ${path}`)

function including(value: Value | undefined, node: Node, scope: Scope): Value | undefined {
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      const kept = including(item, node, scope)
      return kept === undefined ? [] : [kept]
    })
  }
  const result: Document = {}
  if (isDocument(value)) {
    for (const [name, content] of Object.entries(value)) {
      const child = node.fields.get(name)
      if (!child || typeof child.leaf === 'function') continue
      const kept = child.leaf === 'keep' ? content : including(content, child, scope)
      if (kept !== undefined) result[name] = kept
    }
  } else if (!computes(node)) return undefined
  return computed(value, result, node, scope)
}

/** Sets what the tree computes and `result` does not hold yet. */
function computed(value: Value | undefined, result: Document, node: Node, scope: Scope): Document {
  for (const [name, child] of node.fields) {
    if (typeof child.leaf === 'function') {
      const content = child.leaf(scope)
      if (content !== undefined) result[name] = content
    } else if (child.leaf === undefined && !(isDocument(value) && Object.hasOwn(value, name)) && computes(child)) {
      const content = including(undefined, child, scope)
      if (content !== undefined) result[name] = content
    }
  }
  return result
}

const computes = (node: Node): boolean =>
  [...node.fields.values()].some((child) => typeof child.leaf === 'function' || computes(child))

function changing(value: Value | undefined, node: Node, scope: Scope): Value | undefined {
  if (Array.isArray(value)) return value.map((item) => changing(item, node, scope) ?? null)
  if (!isDocument(value) && !computes(node)) return value
  const result: Document = isDocument(value) ? { ...value } : {}
  for (const [name, child] of node.fields) {
    const before = isDocument(value) ? fieldOf(value, name) : undefined
    if (child.leaf === 'keep') continue
    const after =
      child.leaf === 'drop'
        ? undefined
        : typeof child.leaf === 'function'
          ? child.leaf(scope)
          : changing(before, child, scope)
    if (after === undefined) delete result[name]
    else result[name] = after
  }
  return result
}
