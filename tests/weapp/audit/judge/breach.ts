/** One place where a page is not as good as the bar: what was measured, and what is allowed. */
export interface Breach {
  page: string
  what: string
  measured: string
  allowed: string
}

/** A breach without its page, as the judges of one page's measurements find it. */
export type Finding = Omit<Breach, 'page'>

/** A finding when the figure is above what is allowed. */
export function above(what: string, figure: number, most: number, unit = ''): Finding[] {
  if (figure <= most) return []
  return [{ what, measured: `${roundUp(figure)}${unit}`, allowed: `at most ${most}${unit}` }]
}

/** To one decimal, upwards: what is above the bar never reads as if it were on it. */
const roundUp = (figure: number) => Math.ceil(figure * 10) / 10
