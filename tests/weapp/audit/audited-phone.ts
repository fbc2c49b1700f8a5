import type { Browser, Route } from 'playwright-core'
import { reportHealth } from '#contract/health'
import { findLabelled, perceive } from '../../journeys/perceive'
import { ChromiumHost } from '../chromium/open'
import type { CloudLine } from '../host/device'
import type { Entry } from '../host/host'
import type { WeappPackage } from '../package/weapp-package'
import { scriptRuns } from './collect/code'
import { collectorsScript } from './collectors-script'
import type { Look, PageMeasures, ScriptRun } from './measurements'

/** The screen for which the pages are drawn: 375 × 812. */
const screen = { viewport: { width: 375, height: 812 } }
const patience = 15_000
/** Nothing has crossed to the page for so long: it is at rest, ms. */
const rest = 400
/** With other answers held back, first content that needs none of them comes within this time, ms. */
const aloneWithin = 4_000

const calls = '**/client/call'

const operationOf = (route: Route): string => String(route.request().postDataJSON()?.data?.operation)

/** One page of a compiled mini-program, to be measured. */
export class AuditedPhone {
  private constructor(
    private readonly host: ChromiumHost,
    private readonly weapp: WeappPackage,
  ) {}

  static async on(browser: Browser, cloud: CloudLine, weapp: WeappPackage): Promise<AuditedPhone> {
    const host = await ChromiumHost.on(browser, cloud, screen, weapp)
    // tsx marks named functions by this one; it is not there when they run in the browser.
    await host.page.addInitScript('globalThis.__name = (named) => named')
    await host.page.addInitScript({ content: await collectorsScript() })
    return new AuditedPhone(host, weapp)
  }

  /** Opens the page. @returns whether its first content came although only the first of its calls was answered */
  async open(entry: Entry): Promise<boolean> {
    let holds = true
    let first: string | undefined
    const held: Route[] = []
    await this.host.page.route(calls, async (route) => {
      const operation = operationOf(route)
      if (operation !== reportHealth.name) first ??= operation
      if (holds && operation !== first) held.push(route)
      else await route.continue()
    })
    await this.host.start(entry)
    const alone = await this.contentComes(aloneWithin)
    holds = false
    for (const route of held) await route.continue()
    if (!alone && !(await this.contentComes(patience)))
      throw new Error(`${entry.address}: no content came. It says:\n${await this.host.page.evaluate(perceive)}`)
    await this.atRest()
    return alone
  }

  /** Opens the page as a customer does. @returns ms from the start of the process to the first content */
  async timeToContent(entry: Entry): Promise<number> {
    await this.host.start(entry)
    if (!(await this.contentComes(patience))) throw new Error(`${entry.address}: no content came`)
    return (await this.host.page.evaluate(() => window.audit.contentAfter())) ?? Number.NaN
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

  /** From now on the browser counts which parts of the scripts run. */
  countCode = () => this.host.page.coverage.startJSCoverage({ reportAnonymousScripts: true, resetOnNavigation: false })

  countedCode = async (): Promise<ScriptRun[]> =>
    scriptRuns(await this.host.page.coverage.stopJSCoverage(), this.weapp.scripts)

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

  /** What a screen reader says unasked, and what the page itself says is wrong. */
  said = (): Promise<{ spoken: string[]; alerts: string[] }> =>
    this.host.page.evaluate(() => ({ spoken: window.audit.spoken(), alerts: window.audit.alerts() }))

  faults = async (): Promise<string[]> => (await this.host.faults()).map(({ kind, message }) => `${kind}: ${message}`)

  photograph = (path: string) => this.host.page.screenshot({ path })

  close = () => this.host.close()

  private contentComes(within: number): Promise<boolean> {
    return this.host.page
      .waitForFunction(() => window.audit.contentStands(), undefined, { timeout: within, polling: 30 })
      .then(() => true)
      .catch(() => false)
  }

  private async mustSee(words: string): Promise<void> {
    const wanted = words.replace(/\s/g, '')
    const shown = await this.host.page
      .waitForFunction(`(${perceive})().includes(${JSON.stringify(wanted)})`, undefined, {
        timeout: patience,
        polling: 30,
      })
      .catch(() => null)
    if (shown === null)
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
