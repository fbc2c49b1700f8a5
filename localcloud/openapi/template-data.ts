/** What each kind of field of a subscription message may hold, as WeChat documents it; the kind is the field's name without its number. */
const rules: Record<string, RegExp> = {
  thing: /^[\s\S]{1,20}$/u,
  number: /^-?[\d.]{1,32}$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{L}\p{N}]{1,5}$/u,
  character_string: /^[\x20-\x7e]{1,32}$/,
  time: /^(?=.*\d{1,2}[:：]\d{2}).{1,40}$/,
  date: /^(?=.*(?:\d{4}年\d{1,2}月\d{1,2}日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})).{1,40}$/,
  amount: /^[^\d\p{L}]?\d{1,10}(?:\.\d+)?元?$/u,
  phone_number: /^[\d\p{P}\p{S} ]{1,17}$/u,
  car_number: /^\p{L}?[A-Za-z\d·]{1,7}\p{L}?$/u,
  name: /^(?:\p{Script=Han}{1,10}|[A-Za-z\p{P}\p{S} ]{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
}

/** The first field of a message's data that WeChat would refuse (47003), with the reason; undefined when all pass. */
export function templateDataProblem(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return 'data is empty'
  const entries: [string, unknown][] = Object.entries(data)
  if (entries.length === 0) return 'data is empty'
  for (const [name, field] of entries) {
    const value: unknown = typeof field === 'object' && field !== null ? Reflect.get(field, 'value') : undefined
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text !== 'string' || text.trim() === '') return `data.${name}.value is empty`
    const rule = rules[name.replace(/\d+$/, '')]
    // Other kinds (enumerations) depend on the template, which only WeChat knows.
    if (rule !== undefined && !rule.test(text)) return `data.${name}.value invalid`
  }
  return undefined
}
