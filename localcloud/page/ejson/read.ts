import { type Entry, type Node, type ProblemKind, TypingProblem } from './node'

const DEEPEST = 100
const WORD = /[\p{L}_$][\p{L}\p{N}_$.]*/uy
const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y
const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v', 0: '\0' }
/** Hands and pasting bring these into JSON; they are read as what was meant. */
const QUOTES = '"\'“”‘’'
const CLOSING: Record<string, string> = { '“': '”', '‘': '’' }

/**
 * Reads what a developer types: EJSON, and the looser notation of Mongo's shell: keys without quotation marks, single ones,
 * trailing commas, comments, `ISODate("…")`, `/…/i`, NaN. Throws a TypingProblem that says what is wrong and where.
 */
export function readValue(text: string): Node {
  const reader = new Reader(text)
  reader.skip()
  if (reader.at === text.length) reader.fail('empty')
  const value = reader.value(0)
  reader.skip()
  if (reader.at < text.length) reader.fail('after-end')
  return value
}

class Reader {
  at = 0

  constructor(readonly text: string) {}

  fail(kind: ProblemKind, at = this.at, text = this.text.slice(at, at + 20).split('\n')[0] ?? ''): never {
    throw new TypingProblem({ kind, at, text })
  }

  /** Passes spaces and comments. */
  skip(): void {
    const blank = /(?:[\s\uFEFF]|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y
    blank.lastIndex = this.at
    this.at += blank.exec(this.text)?.[0].length ?? 0
  }

  value(depth: number): Node {
    if (depth > DEEPEST) this.fail('too-deep')
    this.skip()
    const character = this.text[this.at]
    if (character === undefined) this.fail('unexpected-end')
    if (character === '{') return this.object(depth)
    if (character === '[') return this.array(depth)
    if (character === '/') return this.regexp()
    const from = this.at
    if (QUOTES.includes(character)) {
      const value = this.string()
      return { kind: 'plain', value, from, to: this.at }
    }
    if (/[\d.+-]/.test(character)) return this.number()
    return this.word()
  }

  private object(depth: number): Node {
    const from = this.at
    const entries: Entry[] = []
    const seen = new Set<string>()
    this.at += 1
    for (;;) {
      this.skip()
      if (this.passes('}')) return { kind: 'object', entries, from, to: this.at }
      const keyFrom = this.at
      const key = this.key()
      const keyTo = this.at
      if (seen.has(key)) this.fail('key-twice', keyFrom, key)
      seen.add(key)
      this.skip()
      if (!this.passes(':') && !this.passes('：')) this.failHere()
      entries.push({ key, from: keyFrom, to: keyTo, value: this.value(depth + 1) })
      this.skip()
      if (!this.passes(',') && !this.passes('，') && this.text[this.at] !== '}') this.failHere()
    }
  }

  private array(depth: number): Node {
    const from = this.at
    const items: Node[] = []
    this.at += 1
    for (;;) {
      this.skip()
      if (this.passes(']')) return { kind: 'array', items, from, to: this.at }
      items.push(this.value(depth + 1))
      this.skip()
      if (!this.passes(',') && !this.passes('，') && this.text[this.at] !== ']') this.failHere()
    }
  }

  private failHere(): never {
    return this.fail(this.at >= this.text.length ? 'unexpected-end' : 'unexpected')
  }

  private passes(character: string): boolean {
    if (this.text[this.at] !== character) return false
    this.at += 1
    return true
  }

  private key(): string {
    const character = this.text[this.at]
    if (character === undefined) this.fail('unexpected-end')
    if (QUOTES.includes(character)) return this.string()
    const word = this.matched(WORD) ?? this.matched(/\d+/y)
    return word ?? this.fail('unexpected')
  }

  private matched(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)?.[0]
    if (found === undefined || found === '') return undefined
    this.at += found.length
    return found
  }

  private string(): string {
    const from = this.at
    const opening = this.text[from] ?? ''
    const closing = CLOSING[opening] ?? opening
    let value = ''
    this.at += 1
    for (;;) {
      const character = this.text[this.at]
      if (character === undefined || character === '\n') this.fail('open-string', from)
      this.at += 1
      if (character === closing) return value
      value += character === '\\' ? this.escape() : character
    }
  }

  private escape(): string {
    const at = this.at - 1
    const character = this.text[this.at]
    if (character === undefined) this.fail('open-string', at)
    this.at += 1
    if (character !== 'u') {
      if (/[a-zA-Z0-9]/.test(character) && ESCAPES[character] === undefined) this.fail('bad-escape', at)
      return ESCAPES[character] ?? character
    }
    const digits = this.matched(/[0-9a-fA-F]{4}/y) ?? this.fail('bad-escape', at)
    return String.fromCharCode(Number.parseInt(digits, 16))
  }

  private number(): Node {
    const from = this.at
    if (this.matched(/[+-]?Infinity(?![\p{L}\d])/uy) !== undefined) {
      const sign = this.text[from] === '-' ? '-' : ''
      return { kind: 'typed', ejson: { $numberDouble: `${sign}Infinity` }, from, to: this.at }
    }
    const digits = this.matched(NUMBER)
    const behind = this.text[this.at] ?? ''
    // A number that runs on into letters or digits is none: 12px, 1.2.3, 0x1f.
    if (digits === undefined || /[\p{L}\d._]/u.test(behind)) {
      this.at = from
      this.fail('bad-number', from, /[^\s,，}\]]+/.exec(this.text.slice(from))?.[0])
    }
    return { kind: 'plain', value: Number(digits), from, to: this.at }
  }

  private regexp(): Node {
    const from = this.at
    const found = this.matched(/\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[a-z]*/y)
    const end = found?.lastIndexOf('/') ?? 0
    const pattern = found?.slice(1, end) ?? ''
    const options = found?.slice(end + 1) ?? ''
    const sound = found !== undefined && /^[ims]*$/.test(options) && isRegExp(pattern, options)
    if (!sound) this.fail('bad-regexp', from)
    return { kind: 'typed', ejson: { $regularExpression: { pattern, options } }, from, to: this.at }
  }

  private word(): Node {
    const from = this.at
    const word = this.matched(WORD)
    if (word === undefined) this.fail('unexpected')
    const plain = new Map<string, string | boolean | null>([
      ['true', true],
      ['false', false],
      ['null', null],
      ['undefined', null],
    ]).get(word)
    if (plain !== undefined) return { kind: 'plain', value: plain, from, to: this.at }
    if (word === 'NaN' || word === 'Infinity') {
      return { kind: 'typed', ejson: { $numberDouble: word }, from, to: this.at }
    }
    if (word === 'new') {
      this.skip()
      if (this.matched(/Date(?![\p{L}\d])/uy) !== undefined) return this.date(from)
    }
    if (word === 'ISODate') return this.date(from)
    return this.fail('unknown-word', from, word)
  }

  /** What stands in the parentheses of `ISODate(…)`: a day or an instant as text, or epoch milliseconds. Without a zone it is Beijing's. */
  private date(from: number): Node {
    this.skip()
    if (!this.passes('(')) this.failHere()
    this.skip()
    const at = this.at
    const content = this.value(DEEPEST)
    this.skip()
    if (!this.passes(')')) this.failHere()
    const milliseconds = content.kind === 'plain' ? instantOf(content.value) : Number.NaN
    if (Number.isNaN(milliseconds)) this.fail('bad-date', at)
    return { kind: 'typed', ejson: { $date: { $numberLong: String(milliseconds) } }, from, to: this.at }
  }
}

function isRegExp(pattern: string, options: string): boolean {
  try {
    new RegExp(pattern, options)
    return true
  } catch {
    return false
  }
}

/** Epoch milliseconds of `2026-09-08`, `2026-09-08 10:00` (in UTC+8, as the cloud's timers), `…Z`, or of a number. */
export function instantOf(written: string | number | boolean | null): number {
  if (typeof written === 'number') return Number.isInteger(written) ? written : Number.NaN
  if (typeof written !== 'string') return Number.NaN
  const [, day, time, zone] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?))?(Z|[+-]\d\d:\d\d)?$/.exec(written.trim()) ?? []
  if (day === undefined) return Number.NaN
  const at = Date.parse(`${day}T${time ?? '00:00'}${zone ?? '+08:00'}`)
  // Date.parse takes 31 February for a day in March, and a 13th month for nothing.
  const midnight = new Date(`${day}T00:00Z`)
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day)
  return exists ? at : Number.NaN
}
