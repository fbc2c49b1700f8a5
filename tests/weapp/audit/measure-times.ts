import type { Browser } from 'playwright-core'
import { type Person, person } from '../../handlers/campaign-cloud'
import type { Entry } from '../host/host'
import type { WeappPackage } from '../package/weapp-package'
import { type AuditedPage, entryOf } from './audited-pages'
import { AuditedPhone } from './audited-phone'
import { visitorOf } from './steps'

/** Of each page and of the empty one, in turns, so that a busy moment of this machine falls on all of them. */
const rounds = 5
const first = person('lin')

interface TimingBench {
  browser: Browser
  cloudUrl: string
  weapp: WeappPackage
  /** A mini-program of one page with one word on it. */
  empty: WeappPackage
}

/** How many times as long as an empty page's its first content takes, by page: medians of several cold starts. */
export async function measureTimes(bench: TimingBench, pages: readonly AuditedPage[]): Promise<Map<string, number>> {
  const times = new Map(pages.map(({ name }) => [name, [] as number[]]))
  const empty: number[] = []
  for (let round = 0; round < rounds; round++) {
    empty.push(await coldStart(bench, bench.empty, first, {}))
    for (const page of pages)
      times.get(page.name)?.push(await coldStart(bench, bench.weapp, visitorOf(page.path, first), entryOf(page, 0)))
  }
  const floor = median(empty)
  return new Map([...times].map(([name, taken]) => [name, median(taken) / floor]))
}

async function coldStart(
  { browser, cloudUrl }: TimingBench,
  weapp: WeappPackage,
  identity: Person,
  entry: Entry,
): Promise<number> {
  const phone = await AuditedPhone.on(browser, { url: cloudUrl, identity, openToAnyone: true }, weapp)
  try {
    return await phone.timeToContent(entry)
  } finally {
    await phone.close()
  }
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
