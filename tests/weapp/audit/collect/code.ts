import type { Page } from 'playwright-core'
import type { CodeUse, PageMeasures, ScriptRun } from '../measurements'

type Coverage = Awaited<ReturnType<Page['coverage']['stopJSCoverage']>>

/** Where the host's scripts say they come from (host/scripts.ts). */
const origin = 'weapp:///'

/** What ran of the package's scripts, from V8's own count of blocks. The host wraps each script in a function. */
export function scriptRuns(coverage: Coverage, scripts: Readonly<Record<string, string>>): ScriptRun[] {
  return coverage.flatMap(({ url, source, functions }): ScriptRun[] => {
    const file = url.slice(origin.length)
    const text = scripts[file]
    if (!url.startsWith(origin) || text === undefined || source === undefined) return []
    const begin = source.indexOf(text)
    // Outer blocks come before the ones within them: the last word on a place is that of the innermost.
    const ran = new Uint8Array(source.length)
    for (const { ranges } of functions)
      for (const { startOffset, endOffset, count } of ranges) ran.fill(count > 0 ? 1 : 0, startOffset, endOffset)
    return [{ file, length: text.length, ran: stretches(ran.subarray(begin, begin + text.length)) }]
  })
}

function stretches(ran: Uint8Array): [number, number][] {
  const found: [number, number][] = []
  for (let at = ran.indexOf(1); at !== -1; ) {
    const end = ran.indexOf(0, at)
    const until = end === -1 ? ran.length : end
    found.push([at, until])
    at = end === -1 ? -1 : ran.indexOf(1, until)
  }
  return found
}

/** The main package's scripts by who runs them; a script that none of the pages loaded counts as never run. */
export function mainPackageUse(
  pages: readonly Pick<PageMeasures, 'path' | 'executed'>[],
  scripts: Readonly<Record<string, string>>,
  subpackageRoots: readonly string[],
): CodeUse[] {
  const isOfMain = (path: string) => !subpackageRoots.some((root) => path.startsWith(`${root}/`))
  return Object.entries(scripts)
    .filter(([file]) => isOfMain(file))
    .map(([file, { length }]) => {
      const byMain = union(
        file,
        length,
        pages.filter(({ path }) => isOfMain(path)),
      )
      const byAny = union(file, length, pages)
      return { file, length, byMain, bySubpackages: byAny - byMain }
    })
}

function union(file: string, length: number, pages: readonly Pick<PageMeasures, 'executed'>[]): number {
  const ran = new Uint8Array(length)
  for (const { executed } of pages)
    for (const run of executed) if (run.file === file) for (const [from, until] of run.ran) ran.fill(1, from, until)
  return ran.reduce((sum, one) => sum + one, 0)
}
