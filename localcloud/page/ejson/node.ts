/** A value as it was typed, with where it stands: offsets of its first character and of the one behind its last. */
export type Node = { from: number; to: number } & (
  | { kind: 'object'; entries: Entry[] }
  | { kind: 'array'; items: Node[] }
  | { kind: 'plain'; value: string | number | boolean | null }
  /** A date, a regular expression, NaN: what JSON has no word for. `ejson` is how it is sent. */
  | { kind: 'typed'; ejson: Record<string, unknown> }
)

export interface Entry {
  key: string
  /** Where the key stands. */
  from: number
  to: number
  value: Node
}

/** What can be wrong with a typed text; the words are the dictionary's. */
export type ProblemKind =
  | 'empty'
  | 'unexpected'
  | 'unexpected-end'
  | 'after-end'
  | 'open-string'
  | 'bad-escape'
  | 'bad-number'
  | 'bad-date'
  | 'bad-regexp'
  | 'unknown-word'
  | 'key-twice'
  | 'too-deep'
  | 'no-object'
  | 'unknown-operator'
  | 'operator-in-document'
  | 'wrong-operand'

/** What is wrong, where (an offset), and the text it is about. */
export interface Problem {
  kind: ProblemKind
  at: number
  text: string
}

/** Thrown within the readers and caught at their doors. */
export class TypingProblem extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.kind} at ${problem.at}: ${problem.text}`)
  }
}

export type Read<Value> = { ok: true; value: Value } | { ok: false; problem: Problem }

/** Runs a reader; what it throws as a TypingProblem is a result. */
export function reading<Value>(read: () => Value): Read<Value> {
  try {
    return { ok: true, value: read() }
  } catch (failure) {
    if (failure instanceof TypingProblem) return { ok: false, problem: failure.problem }
    throw failure
  }
}

/** The value as EJSON, ready for JSON.stringify. */
export function ejsonOf(node: Node): unknown {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, ejsonOf(value)]))
    case 'array':
      return node.items.map(ejsonOf)
    case 'typed':
      return node.ejson
    case 'plain':
      return node.value
  }
}

/** Line and column of an offset, counted from 1. */
export function placeOf(text: string, at: number): { line: number; column: number } {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
