import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Person, person } from '../../handlers/campaign-cloud'
import type { AuditedPage } from './audited-pages'
import { AuditedPhone, crossingsOf } from './audited-phone'
import type { PageMeasures } from './measurements'

interface LookAsked {
  name: string
  colours: 'light' | 'dark'
  large: boolean
  /** Each look has a customer of its own: a draw uses up the chance of the day. */
  by: Person
}

const looks: readonly LookAsked[] = [
  { name: 'light', colours: 'light', large: false, by: person('lin') },
  { name: 'dark', colours: 'dark', large: false, by: person('chen') },
  { name: 'large type', colours: 'light', large: true, by: person('zhou') },
  { name: 'dark, large type', colours: 'dark', large: true, by: person('xu') },
]

export const customers = looks.map(({ by }) => by)

/** Where pages are measured; `pictures` is a folder for a picture of each look, or null. */
export interface Bench {
  browser: Browser
  cloudUrl: string
  pictures: string | null
}

/** Measures one page in every look. What does not depend on the look is measured in the first one. */
export async function measurePage(bench: Bench, page: AuditedPage): Promise<PageMeasures> {
  const found: PageMeasures = {
    ...{ page: page.name, firstContent: null, action: null, looks: [], faults: [] },
    ...{ tree: { nodes: 0, depth: 0, children: 0 }, pictures: [] },
  }
  for (const asked of looks) {
    const phone = await AuditedPhone.on(bench.browser, { url: bench.cloudUrl, identity: asked.by, openToAnyone: true })
    try {
      await phone.inColours(asked.colours)
      if (asked.large) await phone.keepLargeType()
      const first = found.looks.length === 0
      const measures = await reach(phone, page)
      if (first) Object.assign(found, measures, await phone.content())
      found.looks.push(await phone.look(asked.name))
      if (bench.pictures !== null) await photograph(phone, bench.pictures, `${page.name}-${asked.name}`)
      found.faults.push(...(await phone.faults()))
    } finally {
      await phone.close()
    }
  }
  return found
}

/** Opens the page and taps on it what is to be tapped. */
async function reach(
  phone: AuditedPhone,
  { address, scene, brings, content, step }: AuditedPage,
): Promise<Pick<PageMeasures, 'firstContent' | 'action'>> {
  const contentAfterOne = await phone.open({ address, ...(scene !== undefined && { scene }) }, brings, content)
  const [crossed, asked] = [await phone.crossed(), await phone.asked()]
  if (!step)
    return { firstContent: { crossings: crossingsOf(crossed), cloud: { sent: asked, contentAfterOne } }, action: null }
  await phone.tap(step.tap, step.shows)
  if (!step.measured) return { firstContent: null, action: null }
  const crossings = crossingsOf((await phone.crossed()).slice(crossed.length))
  const sent = (await phone.asked()).slice(asked.length)
  return { firstContent: null, action: { name: step.tap, crossings, sent } }
}

async function photograph(phone: AuditedPhone, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await phone.photograph(join(folder, `${name}.png`))
}
