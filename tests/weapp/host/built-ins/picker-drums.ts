import { regions } from './regions'

/** The drums of one kind of picker. */
export interface Drums {
  /** Where the drums stand for a value; at their first entries when there is none. */
  at(value: unknown): number[]
  columns(chosen: readonly number[]): string[][]
  /** What the page gets for where the drums stand. */
  detail(chosen: readonly number[]): { value: unknown; [more: string]: unknown }
  tellsTurns: boolean
}

type Attribute = (name: string) => unknown

export const drumsOf: Readonly<Record<string, (attribute: Attribute) => Drums>> = {
  selector: (attribute) => {
    const words = wordsOf(attribute('range'), attribute('rangeKey'))
    return {
      at: (value) => [indexIn(words, value)],
      columns: () => [words],
      detail: ([index = 0]) => ({ value: index }),
      tellsTurns: false,
    }
  },
  multiSelector: (attribute) => {
    const columns = listOf(attribute('range')).map((range) => wordsOf(range, attribute('rangeKey')))
    return {
      at: (value) => columns.map((words, column) => indexIn(words, listOf(value)[column])),
      columns: () => columns,
      detail: (chosen) => ({ value: columns.map((_, column) => chosen[column] ?? 0) }),
      tellsTurns: true,
    }
  },
  date: (attribute) => {
    const depth = { year: 1, month: 2, day: 3 }[String(attribute('fields') || 'day')] ?? 3
    const start = datePartsOf(attribute('start')) ?? [1900, 1, 1]
    const end = datePartsOf(attribute('end')) ?? [2100, 12, 31]
    const numbers = (chosen: readonly number[]): number[][] => {
      const years = between(start[0], end[0])
      const year = entry(years, chosen[0])
      const months = between(year === start[0] ? start[1] : 1, year === end[0] ? end[1] : 12)
      const month = entry(months, chosen[1])
      const first = year === start[0] && month === start[1] ? start[2] : 1
      const last = year === end[0] && month === end[1] ? end[2] : daysIn(year, month)
      return [years, months, between(first, last)].slice(0, depth)
    }
    const units = ['年', '月', '日']
    return {
      at: (value) => standing((datePartsOf(value) ?? start).slice(0, depth), numbers),
      columns: (chosen) => numbers(chosen).map((column, at) => column.map((one) => `${one}${units[at]}`)),
      detail: (chosen) => ({
        value: numbers(chosen)
          .map((column, at) => String(entry(column, chosen[at])).padStart(2, '0'))
          .join('-'),
      }),
      tellsTurns: false,
    }
  },
  region: (attribute) => {
    if (attribute('level') && attribute('level') !== 'region')
      throw new Error('the host knows regions by three levels only')
    const names = (chosen: readonly number[]) => {
      const provinces = Object.keys(regions)
      const cities = regions[entry(provinces, chosen[0])] ?? {}
      const districts = cities[entry(Object.keys(cities), chosen[1])] ?? {}
      return { columns: [provinces, Object.keys(cities), Object.keys(districts)], districts }
    }
    return {
      at: (value) => standing(listOf(value).map(String), (chosen) => names(chosen).columns),
      columns: (chosen) => names(chosen).columns,
      detail: (chosen) => {
        const { columns, districts } = names(chosen)
        const value = columns.map((column, at) => entry(column, chosen[at]))
        const code = districts[value[2] ?? ''] ?? ''
        return { value, code: [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code], postcode: '' }
      },
      tellsTurns: true,
    }
  },
}

/** Where the drums stand for these entries, each drum as the ones before it leave it. */
function standing<Entry>(entries: readonly Entry[], columns: (chosen: readonly number[]) => Entry[][]): number[] {
  const chosen: number[] = []
  for (const [column, one] of entries.entries()) chosen.push(Math.max(0, (columns(chosen)[column] ?? []).indexOf(one)))
  return chosen
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const wordsOf = (range: unknown, key: unknown): string[] =>
  listOf(range).map((one) =>
    typeof one === 'object' && one !== null ? String(Reflect.get(one, String(key ?? ''))) : String(one),
  )

const indexIn = (words: string[], value: unknown): number => Math.max(0, Math.min(words.length - 1, Number(value) || 0))

/** A drum never stands where it has no entry. @throws Error when it has none at all */
function entry<Entry>(column: readonly Entry[], index = 0): Entry {
  const found = column[Math.min(index, column.length - 1)]
  if (found === undefined) throw new Error('a drum of this picker is empty')
  return found
}

const between = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step)

const datePartsOf = (text: unknown): [number, number, number] | null => {
  const [, year, month = '1', day = '1'] = /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(String(text ?? '')) ?? []
  return year === undefined ? null : [Number(year), Number(month), Number(day)]
}

const daysIn = (year: number, month: number): number => {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31
}
