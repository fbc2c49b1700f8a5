import { decimalsOf, writeFigure } from './file/scaled'
import { type Terms, termsSchema } from './terms'
import type { FieldSchema, LeafNote } from './terms/fields'

/** One field of the terms as people read it. */
export interface WrittenField {
  path: string
  label: string
  clause: string | null
  value: string
}

export interface WrittenSection {
  title: string
  clause: string | null
  rows: WrittenField[]
}

/** “条款的每一项，连同它的条号和单位，按计划的次序。” The whole terms for the campaign team, nothing left out. */
export function writtenTerms(terms: Terms): WrittenSection[] {
  const own: WrittenSection = { title: '活动', clause: null, rows: [] }
  const parts: WrittenSection[] = []
  for (const [name, schema] of Object.entries(termsSchema.field.entries)) {
    const { label, clause, kind } = schema.field
    const rows = rowsOf(schema, partOf(terms, name), { path: name, label: '', clause })
    if (kind === 'group' || kind === 'list') parts.push({ title: label, clause, rows })
    else own.rows.push(...rows.map((row) => ({ ...row, label })))
  }
  return [own, ...parts]
}

function rowsOf({ field }: FieldSchema, value: unknown, place: Omit<WrittenField, 'value'>): WrittenField[] {
  const within = (step: string, label: string, clause: string | null) => ({
    path: `${place.path}${step}`,
    label: place.label === '' ? label : `${place.label} · ${label}`,
    clause: clause ?? place.clause,
  })
  switch (field.kind) {
    case 'group':
      return Object.entries(field.entries).flatMap(([name, schema]) =>
        rowsOf(schema, partOf(value, name), within(`.${name}`, schema.field.label, schema.field.clause)),
      )
    case 'list': {
      const items = Array.isArray(value) ? value : []
      if (field.item.field.kind !== 'group') {
        const note = field.item.field
        return [
          { ...place, value: note.kind === 'list' ? '' : items.map((item) => writtenValue(note, item)).join('、') },
        ]
      }
      return items.flatMap((item, index) =>
        rowsOf(field.item, item, within(`[${index + 1}]`, nameOf(item, index), field.item.field.clause)),
      )
    }
    default:
      return [{ ...place, value: writtenValue(field, value) }]
  }
}

/** As it stands in the campaign file, with its unit: `9.5 折`. */
export function writtenValue(note: LeafNote, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return `${writeFigure(value, decimalsOf(note))}${note.word ? ` ${note.word}` : ''}`
  if (typeof value === 'string') return note.choices?.[value] ?? value
  return note.nullWord ?? '无'
}

const partOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

function nameOf(item: unknown, index: number): string {
  const name = partOf(item, 'name')
  return typeof name === 'string' ? name : `第 ${index + 1} 项`
}
