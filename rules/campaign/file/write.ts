import { parse } from 'yaml'
import { type Terms, termsSchema } from '../terms'
import type { FieldSchema, GroupNote, LeafNote, ListNote } from '../terms/fields'
import { fileName } from './names'
import { decimalsOf, writeFigure } from './scaled'

/** Stands for every value of a file that is still to be filled in. */
const open = Symbol('open')
const lineWidth = 118

/**
 * A campaign file with every field's label, unit and clause beside it, from the schema: filled with `terms`, or, for null,
 * the template with every [X] open.
 */
export function writeCampaignFile(terms: Terms | null, heading: readonly string[]): string {
  const head = heading.map((line) => `# ${line}`.trimEnd())
  return `${[...head, '', ...writeEntries(termsSchema.field, terms ?? open, '')].join('\n')}\n`
}

function writeEntries({ entries }: GroupNote, value: unknown, indent: string): string[] {
  return Object.entries(entries).flatMap(([name, schema]) => {
    const lines = writeField(fileName(name, schema), schema, part(value, name), indent)
    return indent === '' && ['group', 'list'].includes(schema.field.kind) ? ['', ...lines] : lines
  })
}

function writeField(key: string, { field }: FieldSchema, value: unknown, indent: string): string[] {
  const inside = `${indent}  `
  switch (field.kind) {
    case 'group':
      return [...comment('', field, indent), `${indent}${key}:`, ...writeEntries(field, value, inside)]
    case 'list': {
      const items = itemsOf(field, value)
      const columns = field.item.field.kind === 'group' ? describeColumns(field.item.field, inside) : []
      if (items.length === 0) return [...comment('', field, indent), ...columns, `${indent}${key}: []`]
      return [
        ...comment('', field, indent),
        `${indent}${key}:`,
        ...columns,
        ...items.flatMap((item, index) => writeItem(field.item, item, inside, index === 0)),
      ]
    }
    default:
      return [...comment('', field, indent), `${indent}${key}: ${writeLeaf(field, value)}`]
  }
}

const isNested = ({ entries }: GroupNote): boolean =>
  Object.values(entries).some(({ field }) => field.kind === 'group' || field.kind === 'list')

/** What the parts of a list's items mean, told once above the list; items with lists of their own tell it inside. */
function describeColumns(note: GroupNote, indent: string): string[] {
  if (isNested(note)) return []
  const { entries } = note
  return Object.entries(entries).flatMap(([name, schema]) =>
    comment(`${fileName(name, schema)} `, schema.field, indent),
  )
}

function writeItem(schema: FieldSchema, value: unknown, indent: string, first: boolean): string[] {
  const { field } = schema
  if (field.kind === 'list') throw new Error('a list directly inside a list has no name in the file')
  if (field.kind !== 'group') return [`${indent}- ${writeLeaf(field, value)}`]
  if (isNested(field)) return writeNestedItem(field, value, indent, first)
  const parts = Object.entries(field.entries).map(([name, entry]) => {
    if (entry.field.kind === 'group' || entry.field.kind === 'list') throw new Error(`${name} is nested`)
    return `${fileName(name, entry)}: ${writeLeaf(entry.field, part(value, name))}`
  })
  const oneLine = `${indent}- { ${parts.join(', ')} }`
  if (value !== open && oneLine.length <= lineWidth) return [oneLine]
  return parts.map((text, index) => `${indent}${index === 0 ? '- ' : '  '}${text}`)
}

/** One part a line, lists below their names; the explanations stand in the first item only. */
function writeNestedItem(note: GroupNote, value: unknown, indent: string, first: boolean): string[] {
  const all = writeEntries(note, value, `${indent}  `)
  const lines = first ? all : all.filter((line) => !line.trimStart().startsWith('#'))
  const start = lines.findIndex((line) => !line.trimStart().startsWith('#'))
  return lines.map((line, index) => (index === start ? `${indent}- ${line.trimStart()}` : line))
}

function writeLeaf(note: LeafNote, value: unknown): string {
  if (value === open) return '[X]'
  if (value === null) return note.nullWord ?? ''
  if (typeof value === 'number') return writeFigure(value, decimalsOf(note))
  return typeof value === 'string' ? writeText(value) : String(value)
}

/** Plain where YAML reads it back as the same text, also inside { }; quoted otherwise. */
function writeText(text: string): string {
  return /^[\p{L}\p{N}“][^\n#,:[\]{}]*$/u.test(text) && parse(text) === text ? text : JSON.stringify(text)
}

function comment(prefix: string, field: FieldSchema['field'], indent: string): string[] {
  const word = 'word' in field && field.word ? `（${field.word}）` : ''
  const none = 'nullWord' in field && field.nullWord ? `写 ${field.nullWord}` : ''
  const remarks = [field.hint, none === '' || field.hint?.includes(none) ? '' : `可${none}`].filter(Boolean).join('；')
  const clause = field.clause ? `${field.clause} ` : ''
  const choices = 'choices' in field && field.choices ? Object.entries(field.choices) : []
  return [
    `${indent}# ${prefix}${clause}${field.label}${word}${remarks && `：${remarks}`}`,
    ...choices.map(([name, meaning]) => `${indent}#   ${name} = ${meaning}`),
  ]
}

const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : open

const itemsOf = (note: ListNote, value: unknown): unknown[] =>
  Array.isArray(value) ? value : Array.from({ length: note.templateItems }, () => open)
