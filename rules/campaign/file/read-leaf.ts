import { isScalar, type Node } from 'yaml'
import { isDay } from '#values/days'
import type { LeafNote } from '../terms/fields'
import { nearest } from './names'
import { decimalsOf, readFigure, writeFigure } from './scaled'

export interface Fault {
  message: string
  remedy: string
}
export type LeafReading = { value: string | number | boolean | null } | Fault

/** A text as YAML reads it; any other value by its characters in the file, so that `0571` stays `0571`. */
function written(node: Node): string | null {
  if (!isScalar(node) || node.value === null) return null
  return typeof node.value === 'string' ? node.value.trim() : (node.source ?? String(node.value))
}

/** One value of the file into the terms' unit, or what is wrong with it. */
export function readLeaf(note: LeafNote, node: Node): LeafReading {
  const text = written(node)
  if (text === null) return { message: `「${note.label}」应为单个值`, remedy: expected(note) }
  if (note.nullWord !== null && text === note.nullWord) return { value: null }
  switch (note.kind) {
    case 'scaled':
    case 'count':
      return isScalar(node) && node.type !== 'PLAIN' ? notPlain(note, text) : readNumber(note, text)
    case 'day':
      return isDay(text)
        ? { value: text }
        : { message: `「${note.label}」不是有效日期：${text}`, remedy: expected(note) }
    case 'flag':
      return text === 'true' || text === 'false'
        ? { value: text === 'true' }
        : { message: `「${note.label}」应为 true 或 false，现在是 ${text}`, remedy: expected(note) }
    case 'choice':
      return readChoice(note, text)
    case 'text':
      return readText(note, text)
  }
}

function notPlain(note: LeafNote, text: string): Fault {
  return { message: `「${note.label}」应为数字，现在是文字“${text}”`, remedy: `去掉引号。${expected(note)}` }
}

function readNumber(note: LeafNote, text: string): LeafReading {
  const decimals = decimalsOf(note)
  const figure = readFigure(text, decimals)
  if ('value' in figure) {
    const tooLow = note.min !== null && figure.value < note.min
    const tooHigh = note.max !== null && figure.value > note.max
    return tooLow || tooHigh ? { message: `「${note.label}」超出范围：${text}`, remedy: expected(note) } : figure
  }
  if (figure.fault === 'not-a-number') {
    return { message: `「${note.label}」应为数字，现在是“${text}”`, remedy: expected(note) }
  }
  return {
    message: `「${note.label}」小数位过多：${text}，${decimals === 0 ? '应为整数' : `最多 ${decimals} 位小数`}`,
    remedy: expected(note),
  }
}

function readChoice(note: LeafNote, text: string): LeafReading {
  const names = Object.keys(note.choices ?? {})
  if (names.includes(text)) return { value: text }
  const meant = nearest(text, names)
  return {
    message: `「${note.label}」没有“${text}”这个选项`,
    remedy: `${meant === null ? '' : `是不是想写 ${meant}？`}${expected(note)}`,
  }
}

function readText(note: LeafNote, text: string): LeafReading {
  if (text.includes('\n'))
    return { message: `「${note.label}」分成了几行`, remedy: '写成一行；用了引号的，检查是否成对' }
  if (text.length > 500) return { message: `「${note.label}」过长（${text.length} 字）`, remedy: '缩短到 500 字以内' }
  if (note.pattern !== null && !note.pattern.test.test(text)) {
    return { message: `「${note.label}」的写法不对：${text}`, remedy: expected(note) }
  }
  return { value: text }
}

/** What belongs in the place, as one Chinese sentence without its full stop. */
export function expected(note: LeafNote): string {
  const none = note.nullWord === null ? '' : `，或写 ${note.nullWord}`
  switch (note.kind) {
    case 'scaled':
    case 'count': {
      const decimals = decimalsOf(note)
      const kind = decimals === 0 ? '整数' : `数字（最多 ${decimals} 位小数）`
      return `只写${kind}，单位是${note.word ?? '个'}但不写出来${rangeOf(note)}${none}`
    }
    case 'day':
      return `写成 2026-09-01 这样的年-月-日${none}`
    case 'flag':
      return `写 true（是）或 false（否）${none}`
    case 'choice': {
      const options = Object.entries(note.choices ?? {}).map(([name, meaning]) => `${name}（${meaning}）`)
      return `可选：${options.join('、')}${none}`
    }
    case 'text':
      return `${note.pattern?.says ?? `写明${note.label}`}${none}`
  }
}

function rangeOf(note: LeafNote): string {
  if (note.min === null || note.max === null) return ''
  const [low, high] = [note.min, note.max].map((limit) => writeFigure(limit, decimalsOf(note)))
  if (low === high) return `，只能是 ${low}`
  return Number(high) >= 1_000_000_000 ? `，不小于 ${low}` : `，范围 ${low} 到 ${high}`
}
