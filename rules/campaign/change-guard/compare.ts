import type { Terms } from '../terms'
import { termsSchema } from '../terms'
import type { FieldSchema, GroupNote, LeafNote, ListNote } from '../terms/fields'
import { writtenValue } from '../written-terms'
import type { Judgement, LeafValue, ListJudge } from './judge'
import { fieldJudges, listJudges } from './judges'

/** One thing that two versions of the terms say differently. */
export interface Difference {
  /** `prizeDraw.prizes[car-wash-35].quantity` */
  path: string
  /** The campaign plan's number of the field, or of what stands around it. */
  clause: string | null
  /** 奖品 35 元洗车抵用券 · 数量 */
  label: string
  /** As the operator writes it; null where there was, or is, no such item. */
  before: string | null
  after: string | null
  judgement: Judgement
  /** Why it is judged so, in Chinese. */
  why: string
}

/** Where in the terms the comparison stands. */
interface Place {
  path: string
  /** The path with `[]` for every item. */
  field: string
  label: string
  clause: string | null
}

/** A field that nobody has judged counts as unfavourable: it blocks until somebody has. */
const UNJUDGED = '还没有人判断过这一项对参与人是否有利'

/** “新旧两版条款，一项一项对照，每一处都说清对参与人是有利、无关还是不利。” Nothing for two that say the same. */
export function compareTerms(before: Terms, after: Terms): Difference[] {
  return compare(termsSchema, before, after, { path: '', field: '', label: '', clause: null })
}

function compare({ field }: FieldSchema, before: unknown, after: unknown, place: Place): Difference[] {
  switch (field.kind) {
    case 'group':
      return compareGroups(field, before, after, place)
    case 'list':
      return compareLists(field, items(before), items(after), place)
    default:
      return compareLeaves(field, leaf(before), leaf(after), place)
  }
}

function compareGroups(note: GroupNote, before: unknown, after: unknown, place: Place): Difference[] {
  return Object.entries(note.entries).flatMap(([name, schema]) =>
    compare(schema, part(before, name), part(after, name), {
      path: place.path === '' ? name : `${place.path}.${name}`,
      field: place.field === '' ? name : `${place.field}.${name}`,
      label: place.label === '' ? schema.field.label : `${place.label} · ${schema.field.label}`,
      clause: schema.field.clause ?? place.clause,
    }),
  )
}

function compareLeaves(note: LeafNote, before: LeafValue, after: LeafValue, place: Place): Difference[] {
  if (before === after) return []
  const judge = fieldJudges[place.field]
  return [
    {
      ...shown(place),
      before: writtenValue(note, before),
      after: writtenValue(note, after),
      judgement: judge?.judge(before, after) ?? 'unfavourable',
      why: judge?.why ?? UNJUDGED,
    },
  ]
}

const UNJUDGED_LIST: ListJudge = {
  key: 'place',
  added: 'unfavourable',
  removed: 'unfavourable',
  reordered: 'unfavourable',
  why: UNJUDGED,
}

function compareLists(note: ListNote, before: unknown[], after: unknown[], place: Place): Difference[] {
  const field = `${place.field}[]`
  const judge = listJudges[field] ?? UNJUDGED_LIST
  const [old, now] = [keyed(before, judge), keyed(after, judge)]
  const at = (key: string, item: unknown): Place => ({
    path: `${place.path}[${key}]`,
    field,
    label: `${place.label} ${nameOf(item, key)}`,
    clause: place.clause,
  })
  const changed = [...now].flatMap(([key, item]) => {
    const was = old.get(key)
    if (was !== undefined) return compare(note.item, was, item, at(key, item))
    return { ...shown(at(key, item)), before: null, after: '新增', judgement: judge.added, why: judge.why }
  })
  const gone = [...old]
    .filter(([key]) => !now.has(key))
    .map(([key, item]) => ({
      ...shown(at(key, item)),
      before: '原有',
      after: null,
      judgement: judge.removed,
      why: judge.why,
    }))
  const order = (one: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...one.keys()].filter((key) => other.has(key)).join('、')
  const [orderBefore, orderAfter] = [order(old, now), order(now, old)]
  const moved =
    orderBefore === orderAfter
      ? []
      : [
          {
            ...shown({ ...place, label: `${place.label} · 次序` }),
            before: orderBefore,
            after: orderAfter,
            judgement: judge.reordered,
            why: judge.why,
          },
        ]
  return [...changed, ...gone, ...moved]
}

/** Items by what tells them apart; of two alike the second gets a number of its own. */
function keyed(list: readonly unknown[], { key }: ListJudge): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>()
  for (const [index, item] of list.entries()) {
    const name =
      key === 'place' ? String(index + 1) : key === 'value' ? String(item) : key.map((one) => part(item, one)).join(' ')
    let unique = name
    for (let again = 2; found.has(unique); again += 1) unique = `${name} #${again}`
    found.set(unique, item)
  }
  return found
}

function nameOf(item: unknown, key: string): string {
  const name = part(item, 'name')
  return typeof name === 'string' ? name : key
}

const shown = ({ path, clause, label }: Place): Pick<Difference, 'path' | 'clause' | 'label'> => ({
  path,
  clause,
  label,
})
const items = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

function leaf(value: unknown): LeafValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return null
}
