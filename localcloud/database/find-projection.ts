import { scopeOf } from './expression/compiler'
import { requestFailed } from './failure'
import { compileFilter } from './filter'
import { FieldTree } from './projection'
import { type Document, fieldOf, isDocument, type Value } from './value'

type Shown = (document: Document) => Document

/** Compiles the projection of a query (`field()`): fields to show or to leave out, `$slice` and `$elemMatch`. */
export function compileProjection(fields: Document): Shown {
  const slices = new Map<string, Value>()
  const matches = new Map<string, (item: Value) => boolean>()
  const kept: string[] = []
  const dropped: string[] = []
  for (const [path, wanted] of Object.entries(fields)) {
    if (!isDocument(wanted)) {
      if (isShown(wanted)) kept.push(path)
      else dropped.push(path)
      continue
    }
    const [operator = ''] = Object.keys(wanted)
    if (operator === '$slice') slices.set(path, wanted.$slice ?? null)
    else if (operator === '$elemMatch') matches.set(path, elementMatch(wanted.$elemMatch ?? null))
    else throw requestFailed(`Unsupported projection option: ${path}: ${JSON.stringify(wanted)}`)
  }
  const base = shownFields(kept, dropped, [...matches.keys()], [...slices.keys()])
  if (slices.size === 0 && matches.size === 0) return base
  return (document) => {
    const shown = { ...base(document) }
    for (const [path, slice] of slices) sliceAt(shown, path, slice)
    for (const [path, passes] of matches) {
      const list = fieldOf(document, path)
      const found = Array.isArray(list) ? list.find(passes) : undefined
      if (found === undefined) delete shown[path]
      else shown[path] = [found]
    }
    return shown
  }
}

const isShown = (wanted: Value): boolean => !(wanted === false || wanted === 0 || wanted === null)

function shownFields(kept: string[], dropped: string[], matched: string[], sliced: string[]): Shown {
  const others = dropped.filter((path) => path !== '_id')
  const named = kept.filter((path) => path !== '_id')
  const inclusive = named.length > 0 || matched.length > 0 || (kept.includes('_id') && others.length === 0)
  if (inclusive && others.length > 0) {
    throw requestFailed(
      `Projection cannot have a mix of inclusion and exclusion: cannot exclude ${others[0]} in an inclusion projection`,
    )
  }
  const tree = new FieldTree()
  if (inclusive) {
    const all = [...(dropped.includes('_id') ? [] : ['_id']), ...named, ...matched, ...sliced]
    for (const path of new Set(all)) tree.set(path, 'keep')
    return (document) => tree.included(document, scopeOf(document))
  }
  for (const path of new Set(dropped)) tree.set(path, 'drop')
  return (document) => tree.changed(document, scopeOf(document))
}

function elementMatch(condition: Value): (item: Value) => boolean {
  const filter = compileFilter({ item: { $elemMatch: condition } })
  return (item) => filter.test({ item: [item] })
}

/** A count from the front (or back, when negative), or `[skip, count]`. */
function sliceAt(shown: Document, path: string, slice: Value): void {
  const [name = '', ...rest] = path.split('.')
  const value = fieldOf(shown, name)
  if (rest.length > 0) {
    if (!isDocument(value)) return
    const inner = { ...value }
    sliceAt(inner, rest.join('.'), slice)
    shown[name] = inner
  } else if (Array.isArray(value)) shown[name] = sliced(value, slice)
}

function sliced(list: Value[], slice: Value): Value[] {
  if (typeof slice === 'number') return slice < 0 ? list.slice(slice) : list.slice(0, slice)
  const [skip, count] = Array.isArray(slice) ? slice : []
  if (typeof skip !== 'number' || typeof count !== 'number')
    throw requestFailed('$slice only supports numbers and [skip, limit] arrays')
  if (count <= 0) throw requestFailed('$slice limit must be positive')
  const from = skip < 0 ? Math.max(0, list.length + skip) : skip
  return list.slice(from, from + count)
}
