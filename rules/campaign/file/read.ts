import { isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml'
import type { FieldSchema, GroupNote, LeafNote, ListNote } from '../terms/fields'
import { missingDisclosure } from './disclosed'
import { fileName, nearest } from './names'
import type { Place, TermsPath } from './problem'
import { expected, readLeaf } from './read-leaf'
import type { Reading } from './reading'

type LineOf = (offset: number) => { line: number; col: number }

/** Walks the file and the schema side by side, notes every problem, and keeps what is valid. */
export class FileReader {
  constructor(
    private readonly reading: Reading,
    private readonly lineOf: LineOf,
  ) {}

  /** The part's value, `undefined` where it is missing or faulty. The place of `path` must be known already. */
  read({ field }: FieldSchema, node: Node | null, path: TermsPath): unknown {
    if (node !== null && isAlias(node)) {
      return this.fault(path, `「${field.label}」用了 YAML 别名（*）`, '把内容直接写在这里')
    }
    if (isHole(node)) return this.hole(field, path)
    switch (field.kind) {
      case 'group':
        return this.readGroup(field, node, path)
      case 'list':
        return this.readList(field, node, path)
      default: {
        const reading = readLeaf(field, node)
        return 'value' in reading ? reading.value : this.fault(path, reading.message, reading.remedy)
      }
    }
  }

  private readGroup(note: GroupNote, node: Node, path: TermsPath): unknown {
    if (!isMap(node))
      return this.fault(path, `「${note.label}」应为一组“名称: 值”`, '参照 campaigns/template.yaml 的格式')
    const entries = Object.entries(note.entries).map(([name, schema]) => ({
      name,
      schema,
      key: fileName(name, schema),
    }))
    this.refuseUnknown(
      node,
      entries.map(({ key }) => key),
      path,
    )
    return Object.fromEntries(
      entries.map(({ name, schema, key }) => {
        const pair = node.items.find((item) => isScalar(item.key) && item.key.value === key)
        const inside = [...path, name]
        this.reading.remember(inside, this.placeIn(path, pair?.key ?? null, `.${key}`, schema))
        if (pair) return [name, this.read(schema, nodeOrNull(pair.value), inside)]
        return [name, this.missing(key, schema, inside)]
      }),
    )
  }

  private readList(note: ListNote, node: Node, path: TermsPath): unknown {
    if (!isSeq(node)) return this.fault(path, `「${note.label}」应为列表`, '每一项另起一行，以“- ”开头')
    if (node.items.length < note.minLength) {
      return this.fault(
        path,
        `「${note.label}」至少要有 ${note.minLength} 项${missingDisclosure(path)}`,
        '补上，或参照 campaigns/template.yaml',
      )
    }
    return node.items.map((item, index) => {
      const itemNode = nodeOrNull(item)
      const inside = [...path, index]
      this.reading.remember(inside, this.placeIn(path, itemNode, `[${index}]`, note.item))
      return this.read(note.item, itemNode, inside)
    })
  }

  private refuseUnknown(node: YAMLMap, keys: string[], path: TermsPath): void {
    for (const { key } of node.items) {
      const name = isScalar(key) ? String(key.value) : '?'
      if (keys.includes(name)) continue
      const meant = nearest(name, keys)
      const place = { ...this.placeIn(path, key, `.${name}`, null), clause: this.reading.placeOf(path).clause }
      if (this.reading.brokenLines.has(place.line)) continue
      const remedy = meant === null ? '删去这一行' : `是不是想写 ${meant}？不是的话删去这一行`
      this.reading.reportAt(place, `没有“${name}”这一项`, remedy)
    }
  }

  private missing(key: string, schema: FieldSchema, path: TermsPath): undefined {
    if (this.reading.brokenLines.size > 0) return undefined
    return this.fault(path, `缺少「${schema.field.label}」${missingDisclosure(path)}`, addWhere(key, schema))
  }

  private hole(field: LeafNote | GroupNote | ListNote, path: TermsPath): undefined {
    const remedy =
      field.kind === 'group' || field.kind === 'list' ? '参照 campaigns/template.yaml 填写' : expected(field)
    return this.fault(path, `「${field.label}」还没有填写${missingDisclosure(path)}`, remedy)
  }

  private fault(path: TermsPath, message: string, remedy: string): undefined {
    this.reading.report(path, message, remedy)
  }

  private placeIn(parent: TermsPath, node: unknown, step: string, schema: FieldSchema | null): Place {
    const around = this.reading.placeOf(parent)
    const path = `${around.path}${step}`.replace(/^\./, '')
    const clause = schema?.field.clause ?? around.clause
    const offset = nodeOrNull(node)?.range?.[0]
    if (offset === undefined) return { ...around, path, clause }
    const { line, col } = this.lineOf(offset)
    return { line, column: col, path, clause }
  }
}

/** An open [X] of the plan: nothing at all, or the sign itself, also inside a text. */
function isHole(node: Node | null): node is null {
  if (node === null) return true
  if (isScalar(node)) return node.value === null || String(node.value).trim() === '' || isSign(node)
  return isSeq(node) && node.items.length === 1 && isScalar(node.items[0]) && /^x$/i.test(String(node.items[0].value))
}
const isSign = (node: Scalar): boolean => /\[X\]/i.test(String(node.value))

const nodeOrNull = (value: unknown): Node | null =>
  isMap(value) || isSeq(value) || isScalar(value) || isAlias(value) ? value : null

function addWhere(key: string, { field }: FieldSchema): string {
  if (field.kind === 'group' || field.kind === 'list') return `补上 ${key}: 一段，参照 campaigns/template.yaml`
  return `补上一行 ${key}: …（${expected(field)}）`
}
