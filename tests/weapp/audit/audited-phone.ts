import type { Browser, Route } from 'playwright-core'
import { findLabelled, perceive } from '../../journeys/perceive'
import { ChromiumHost } from '../chromium/open'
import type { CloudLine } from '../host/device'
import { collectorsScript } from './collectors-script'
import type { Crossings, Look, PageMeasures } from './measurements'

/** The screen for which the pages are drawn: 375 × 812. */
const screen = { viewport: { width: 375, height: 812 } }
const patience = 15_000
/** Nothing has crossed to the page for so long: it is at rest, ms. */
const rest = 400
/** With other answers held back, first content that needs none of them comes within this time, ms. */
const aloneWithin = 4_000

const calls = '**/client/call'

const operationOf = (route: Route): string => String(route.request().postDataJSON()?.data?.operation)

/** One page of the compiled mini-program, to be measured. */
export class AuditedPhone {
  private constructor(private readonly host: ChromiumHost) {}

  static async on(browser: Browser, cloud: CloudLine): Promise<AuditedPhone> {
    const host = await ChromiumHost.on(browser, cloud, screen)
    // tsx marks named functions by this one; it is not there when they run in the browser.
    await host.page.addInitScript('globalThis.__name = (named) => named')
    return new AuditedPhone(host)
  }

  /** Opens the page. @returns whether its content came although all other operations were kept waiting */
  async open(entry: { address: string; scene?: number }, brings: string, content: string): Promise<boolean> {
    let holds = true
    const held: Route[] = []
    await this.host.page.route(calls, async (route) => {
      if (holds && operationOf(route) !== brings) held.push(route)
      else await route.continue()
    })
    await this.host.start({ address: entry.address, ...(entry.scene !== undefined && { scene: entry.scene }) })
    const alone = await this.sees(content, aloneWithin)
    holds = false
    for (const route of held) await route.continue()
    if (!alone) await this.mustSee(content)
    await this.atRest()
    await this.host.page.addScriptTag({ content: await collectorsScript() })
    return alone
  }

  async tap(label: string, shows: string): Promise<void> {
    const found = await this.host.page.waitForFunction(findLabelled, label, { timeout: patience }).catch(() => null)
    const element = found?.asElement()
    if (!element) throw new Error(`There is nothing to tap named “${label}”.`)
    await element.waitForElementState('stable')
    const box = await element.boundingBox()
    if (box) await this.host.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    await this.mustSee(shows)
    await this.atRest()
  }

  /** 大字模式, as if the customer had chosen it on an earlier visit. */
  keepLargeType = () =>
    this.host.page.addInitScript(() => {
      for (const shelf of ['weapp', 'weapp-single-page']) localStorage.setItem(`${shelf}:large-type`, 'true')
    })

  inColours = (colorScheme: 'light' | 'dark') => this.host.page.emulateMedia({ colorScheme })

  /** All that crossed to the page so far. */
  crossed = (): Promise<number[]> =>
    this.host.page.evaluate(() => window.weapp.host?.crossing.calls.map(({ bytes }) => bytes) ?? [])

  /** What was asked of the cloud so far: operations with their input. */
  asked = (): Promise<string[]> =>
    this.host.page.evaluate(() =>
      (window.weapp.host?.calls ?? []).flatMap(({ name, option }) => {
        if (name !== 'cloud.callFunction') return []
        const { data } = option as { data: { operation: string; input: unknown } }
        return [`${data.operation} ${JSON.stringify(data.input)}`]
      }),
    )

  look = (name: string): Promise<Look> => this.host.page.evaluate((given) => window.audit.look(given), name)

  /** Nodes and pictures. */
  content = (): Promise<Pick<PageMeasures, 'tree' | 'pictures'>> =>
    this.host.page.evaluate(async () => ({ tree: window.audit.tree(), pictures: await window.audit.pictures() }))

  faults = async (): Promise<string[]> => (await this.host.faults()).map(({ kind, message }) => `${kind}: ${message}`)

  photograph = (path: string) => this.host.page.screenshot({ path })

  close = () => this.host.close()

  private async sees(words: string, within: number): Promise<boolean> {
    const wanted = words.replace(/\s/g, '')
    const shown = await this.host.page
      .waitForFunction(`(${perceive})().includes(${JSON.stringify(wanted)})`, undefined, {
        timeout: within,
        polling: 30,
      })
      .catch(() => null)
    return shown !== null
  }

  private async mustSee(words: string): Promise<void> {
    if (await this.sees(words, patience)) return
    throw new Error(`The screen does not say “${words}”. It says:\n${await this.host.page.evaluate(perceive)}`)
  }

  /** Waits until nothing crosses any more and nothing moves that comes to an end. */
  private async atRest(): Promise<void> {
    for (let before = -1; ; ) {
      const { length } = await this.crossed()
      if (length === before) break
      before = length
      await this.host.page.waitForTimeout(rest)
    }
    await this.host.page.waitForFunction(() =>
      document.getAnimations().every(({ effect, playState }) => {
        return playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY
      }),
    )
  }
}

export function crossingsOf(bytes: readonly number[]): Crossings {
  return {
    calls: bytes.length,
    bytes: bytes.reduce((sum, one) => sum + one, 0),
    largest: Math.max(0, ...bytes),
  }
}
