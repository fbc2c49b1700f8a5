import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Person, person } from '../../handlers/campaign-cloud'
import type { WeappPackage } from '../package/weapp-package'
import { type AuditedPage, entryOf } from './audited-pages'
import { AuditedPhone } from './audited-phone'
import { crossingsOf } from './collect/crossings'
import type { PageMeasures } from './measurements'
import { visitorOf } from './steps'

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
  weapp: WeappPackage
  pictures: string | null
}

type Reached = Pick<PageMeasures, 'firstContent' | 'action' | 'faults'>

/** Measures one page in every look. What does not depend on the look is measured in the first one. */
export async function measurePage(bench: Bench, page: AuditedPage): Promise<PageMeasures> {
  const found: PageMeasures = {
    ...{ page: page.name, path: page.path, firstContent: null, action: null, looks: [], faults: [], executed: [] },
    ...{ tree: { nodes: 0, depth: 0, children: 0 }, pictures: [], timeRatio: null },
  }
  for (const [customer, asked] of looks.entries()) {
    const cloud = { url: bench.cloudUrl, identity: visitorOf(page.path, asked.by), openToAnyone: true }
    const phone = await AuditedPhone.on(bench.browser, cloud, bench.weapp)
    try {
      await phone.inColours(asked.colours)
      if (asked.large) await phone.keepLargeType()
      const isFirst = found.looks.length === 0
      if (isFirst) await phone.countCode()
      const { faults, ...reached } = await reach(phone, page, customer)
      found.faults.push(...faults)
      if (isFirst) Object.assign(found, reached, { executed: await phone.countedCode() }, await phone.content())
      found.looks.push(await phone.look(asked.name))
      if (bench.pictures !== null) await photograph(phone, bench.pictures, `${page.name}-${asked.name}`)
      found.faults.push(...(await phone.faults()))
    } finally {
      await phone.close()
    }
  }
  return { ...found, faults: [...new Set(found.faults)] }
}

/** Opens the page and taps on it what is to be tapped. */
async function reach(phone: AuditedPhone, page: AuditedPage, customer: number): Promise<Reached> {
  const { step } = page
  const contentAfterOne = await phone.open(entryOf(page, customer))
  const [crossed, asked] = [await phone.crossed(), await phone.asked()]
  const { alerts } = await phone.said()
  const faults = alerts.map((alert) => `the page says: ${alert}`)
  if (!step) {
    const firstContent = { crossings: crossingsOf(crossed), cloud: { sent: asked, contentAfterOne } }
    return { firstContent, action: null, faults }
  }
  await phone.tap(step.tap, step.shows)
  const { announces } = step
  if (announces !== undefined && !(await phone.said()).spoken.some((text) => text.includes(announces)))
    faults.push(`a screen reader is not told “${announces}”`)
  if (!step.measured) return { firstContent: null, action: null, faults }
  const crossings = crossingsOf((await phone.crossed()).slice(crossed.length))
  const sent = (await phone.asked()).slice(asked.length)
  return { firstContent: null, action: { name: step.tap, crossings, sent }, faults }
}

async function photograph(phone: AuditedPhone, folder: string, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await phone.photograph(join(folder, `${name}.png`))
}
