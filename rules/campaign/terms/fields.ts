import * as v from 'valibot'
import { type Day, day, isDay } from '#values/days'
import { bps, fen, ppm } from '#values/money'

/**
 * The building blocks of the terms' schema. Each is a valibot schema of the stored value (fen, basis points, parts per
 * million) that also carries its note: label, clause and the unit in which the operator writes it in the campaign file.
 */
export const units = {
  yuan: { word: '元', decimals: 2, inFile: 'Yuan', inTerms: 'Fen' },
  zhe: { word: '折', decimals: 3, inFile: 'Zhe', inTerms: 'Bps' },
  percent: { word: '%', decimals: 2, inFile: 'Percent', inTerms: 'Bps' },
  odds: { word: '%', decimals: 4, inFile: 'Percent', inTerms: 'Ppm' },
} as const
export type ScaledUnit = keyof typeof units

export interface FieldNote {
  readonly label: string
  /** The campaign plan's own number; null where the law or the system asks for it. */
  readonly clause: string | null
  readonly hint?: string
}
export interface LeafNote extends FieldNote {
  readonly kind: 'scaled' | 'count' | 'day' | 'text' | 'flag' | 'choice'
  readonly unit: ScaledUnit | null
  /** The word shown after a figure: 元, 折, %, 次, 天 … */
  readonly word: string | null
  /** Limits in the stored unit, both included. */
  readonly min: number | null
  readonly max: number | null
  /** Allowed values of a choice and what each means. */
  readonly choices: Readonly<Record<string, string>> | null
  /** The word the operator writes where no figure or name is meant; null when the field may not be left open. */
  readonly nullWord: string | null
  readonly pattern: { readonly test: RegExp; readonly says: string } | null
}
export interface GroupNote extends FieldNote {
  readonly kind: 'group'
  readonly entries: Readonly<Record<string, FieldSchema>>
}
export interface ListNote extends FieldNote {
  readonly kind: 'list'
  readonly item: FieldSchema
  readonly minLength: number
  /** How many open items the template shows. */
  readonly templateItems: number
}
export type Note = LeafNote | GroupNote | ListNote
export type FieldSchema = v.GenericSchema & { readonly field: Note }

const noted = <S extends v.GenericSchema, N extends Note>(schema: S, field: N): S & { readonly field: N } =>
  Object.assign(schema, { field })

const leafNote = (note: Partial<LeafNote> & Pick<LeafNote, 'kind' | 'label' | 'clause'>): LeafNote => ({
  unit: null,
  word: null,
  min: null,
  max: null,
  choices: null,
  nullWord: null,
  pattern: null,
  ...note,
})

interface Limits {
  min?: number
  max?: number
  hint?: string
}
const wholeBetween = (min: number, max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(min), v.maxValue(max))

/** An amount; written in yuan, stored in fen. Limits in fen. */
export const yuan = (label: string, clause: string | null, { min = 0, max = 10 ** 13, hint }: Limits = {}) =>
  noted(
    v.pipe(wholeBetween(min, max), v.transform(fen)),
    leafNote({ kind: 'scaled', label, clause, unit: 'yuan', word: '元', min, max, hint }),
  )

/** A discount; written as 9.5 (折), stored in basis points of the full price. */
export const zhe = (label: string, clause: string | null, { min = 1, max = 10_000, hint }: Limits = {}) =>
  noted(
    v.pipe(wholeBetween(min, max), v.transform(bps)),
    leafNote({ kind: 'scaled', label, clause, unit: 'zhe', word: '折', min, max, hint }),
  )

/** A share; written in percent, stored in basis points. */
export const percent = (label: string, clause: string | null, { min = 0, max = 10_000, hint }: Limits = {}) =>
  noted(
    v.pipe(wholeBetween(min, max), v.transform(bps)),
    leafNote({ kind: 'scaled', label, clause, unit: 'percent', word: '%', min, max, hint }),
  )

/** A chance; written in percent with up to four decimals, stored in parts per million. */
export const odds = (label: string, clause: string | null, hint?: string) =>
  noted(
    v.pipe(wholeBetween(0, 1_000_000), v.transform(ppm)),
    leafNote({ kind: 'scaled', label, clause, unit: 'odds', word: '%', min: 0, max: 1_000_000, hint }),
  )

/** A whole number with its counting word. */
export const count = (
  label: string,
  clause: string | null,
  word: string,
  { min = 0, max = 1_000_000_000, hint }: Limits = {},
) => noted(wholeBetween(min, max), leafNote({ kind: 'count', label, clause, word, min, max, hint }))

export const calendarDay = (label: string, clause: string | null, hint?: string) =>
  noted(
    v.pipe(
      v.string(),
      v.check(isDay),
      v.transform((text): Day => day(text)),
    ),
    leafNote({ kind: 'day', label, clause, hint }),
  )

export const text = (label: string, clause: string | null, hint?: string) =>
  noted(v.pipe(v.string(), v.nonEmpty(), v.maxLength(500)), leafNote({ kind: 'text', label, clause, hint }))

/** A text of a fixed form, e.g. an id. `says` describes the form in Chinese. */
export const code = (label: string, clause: string | null, test: RegExp, says: string) =>
  noted(
    v.pipe(v.string(), v.regex(test)),
    leafNote({ kind: 'text', label, clause, pattern: { test, says }, hint: says }),
  )

export const flag = (label: string, clause: string | null, hint?: string) =>
  noted(v.boolean(), leafNote({ kind: 'flag', label, clause, hint }))

export const choice = <const C extends Record<string, string>>(
  label: string,
  clause: string | null,
  choices: C,
  hint?: string,
) => {
  const names = Object.keys(choices) as (keyof C & string)[]
  return noted(v.picklist(names), leafNote({ kind: 'choice', label, clause, choices, hint }))
}

/** The same field, or nothing; the operator writes `word` (不限, 无) to say so. An empty place stays a hole. */
export const orNone = <S extends v.GenericSchema & { readonly field: LeafNote }>(schema: S, word: string) =>
  noted(v.nullable(schema), { ...schema.field, nullWord: word })

export const group = <const E extends Readonly<Record<string, FieldSchema>>>(
  label: string,
  clause: string | null,
  entries: E,
  hint?: string,
) => noted(v.strictObject(entries), { kind: 'group', label, clause, entries, hint })

export const list = <const S extends FieldSchema>(
  label: string,
  clause: string | null,
  item: S,
  { minLength = 1, templateItems = 1, hint }: { minLength?: number; templateItems?: number; hint?: string } = {},
) =>
  noted(v.pipe(v.array(item), v.minLength(minLength)), {
    kind: 'list',
    label,
    clause,
    item,
    minLength,
    templateItems,
    hint,
  })

/** What every benefit states (保险法 §116(4), §131): whether it is given, on what legal basis, and who approved it. */
export const benefit = (clause: string) => ({
  enabled: flag('是否开放这项权益', clause),
  legalBasis: text('法律依据', null, '写明依据的法规、备案或批复'),
  approver: text('批准人', null, '姓名和职务'),
})
