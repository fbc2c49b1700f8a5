import type { CodeUse } from '../measurements'
import { above, type Breach } from './breach'

/**
 * Shares of the main package's scripts, in percent. Half of what never runs is React's and Taro's own: paths for platforms,
 * components and failures that no page here meets.
 */
const most = { never: 50, forSubpackagesAlone: 5 }

export function judgeCode(uses: readonly CodeUse[]): Breach[] {
  const { never, bySubpackages } = shares(uses)
  const findings = [
    ...above('code that no page runs', never, most.never, ' %'),
    ...above('code that only pages of subpackages run', bySubpackages, most.forSubpackagesAlone, ' %'),
  ]
  return findings.map((finding) => ({ page: 'main package', ...finding }))
}

/** In percent of all the scripts' characters. */
export function shares(uses: readonly CodeUse[]): { never: number; bySubpackages: number } {
  const sum = (of: (use: CodeUse) => number) => uses.reduce((total, use) => total + of(use), 0)
  const all = Math.max(
    1,
    sum(({ length }) => length),
  )
  return {
    never: (sum(({ length, byMain, bySubpackages }) => length - byMain - bySubpackages) / all) * 100,
    bySubpackages: (sum(({ bySubpackages }) => bySubpackages) / all) * 100,
  }
}
