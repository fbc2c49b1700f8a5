import type { Fields, SdkDatabase } from '../sdk'

export type Operators = Record<string, (...operands: unknown[]) => unknown>

/** What MongoDB must refuse: part of the message. */
export interface Refusal {
  refused: RegExp
}
export const refused = (message: RegExp): Refusal => ({ refused: message })
export const isRefusal = (outcome: unknown): outcome is Refusal =>
  typeof outcome === 'object' && outcome !== null && 'refused' in outcome

/** One thing an operator must do: the call's operator, the case in words, the call itself, and what comes of it. */
export interface OperatorCase {
  operator: string
  says: string
  run: (bench: Bench) => Promise<unknown>
  gives: unknown
}

export interface Bench {
  db: SdkDatabase
  /** `db.command`, by name. */
  _: Operators
  /** `db.command.aggregate`, by name. */
  $: Operators
  /** A collection with just these documents. */
  collectionOf(documents: Fields[]): Promise<ReturnType<SdkDatabase['collection']>>
  /** A pipeline over the collection as the SDK would send it, for stages that its own functions fail to send. */
  pipeline(stages: Fields[]): Promise<Fields[]>
  /** The same in a collection with a geo index on `at`. */
  placesOf(documents: Fields[]): Promise<ReturnType<SdkDatabase['collection']>>
}

/** Field values that most expressions are tried on. */
export const specimen: Fields = {
  _id: 'specimen',
  seven: 7,
  minus: -3,
  half: 2.5,
  zero: 0,
  text: 'Hello',
  chinese: '保险abc',
  empty: '',
  list: [3, 1, 2],
  words: ['b', 'a', 'c'],
  none: [],
  at: new Date('2026-01-04T15:04:05.678Z'),
  late: new Date('2026-11-22T17:30:00.000Z'),
  nothing: null,
  inner: { a: 1, b: 2 },
  yes: true,
  no: false,
}

/** The outcome of an expression on the specimen; MISSING when the field is left out. */
export const MISSING = 'the field is missing'

export function expression(operator: string, operand: unknown, gives: unknown, says?: string): OperatorCase {
  return {
    operator,
    says: says ?? JSON.stringify(operand),
    gives,
    run: async ({ $, collectionOf }) => {
      const collection = await collectionOf([specimen])
      const { list } = await collection
        .aggregate()
        .project({ _id: 0, result: called($, operator, built($, operand)) })
        .end()
      const [only] = list
      return only && 'result' in only ? only.result : MISSING
    },
  }
}

/** An operand that itself holds calls. */
export interface Call {
  call: string
  operand: unknown
}
export const call = (name: string, operand: unknown): Call => ({ call: name, operand })

export function called($: Operators, name: string, operand: unknown): unknown {
  const operator = $[name]
  if (operator === undefined) throw new Error(`the SDK has no aggregate.${name}`)
  return operator(operand)
}

function built($: Operators, operand: unknown): unknown {
  if (Array.isArray(operand)) return operand.map((item) => built($, item))
  if (typeof operand !== 'object' || operand === null || operand instanceof Date) return operand
  if ('call' in operand && 'operand' in operand) return called($, String(operand.call), built($, operand.operand))
  return Object.fromEntries(Object.entries(operand).map(([name, value]) => [name, built($, value)]))
}
