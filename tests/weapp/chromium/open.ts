import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import type { CloudLine } from '../host/device'
import type { Fault } from '../host/faults'
import type { Entry } from '../host/host'
import { readWeappPackage } from '../package/read-package'
import type { WeappPackage } from '../package/weapp-package'
import { hostScript } from './host-script'

const compiledFolder = new URL('../../../dist/weapp', import.meta.url).pathname
/** An iPhone of 390 × 844 points. */
const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
}
const emptyPage =
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body></body></html>'

let compiled: WeappPackage | undefined

/** The mini-program that customers run, as it was built last. */
export function compiledWeapp(): WeappPackage {
  compiled ??= readWeappPackage(compiledFolder)
  return compiled
}

/** The compiled mini-program in Chromium: real layout, real touch, the local cloud behind it. */
export class ChromiumHost {
  private started = false
  private readonly past: Fault[] = []

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly cloud: CloudLine,
    private readonly weapp: WeappPackage,
  ) {}

  static async on(
    browser: Browser,
    cloud: CloudLine,
    options: BrowserContextOptions = {},
    weapp: WeappPackage = compiledWeapp(),
  ): Promise<ChromiumHost> {
    const context = await browser.newContext({ ...phone, ...options })
    // Below the cloud's own address, so that calls to it stay within one origin.
    await context.route(`${cloud.url}/weapp-host`, (route) =>
      route.fulfill({ contentType: 'text/html', body: emptyPage }),
    )
    return new ChromiumHost(context, await context.newPage(), cloud, weapp)
  }

  /** Starts the mini-program; one that runs is killed, its storage is kept. */
  async start(entry: Entry): Promise<void> {
    await this.gatherFaults()
    await this.page.goto(`${this.cloud.url}/weapp-host`)
    await this.page.addScriptTag({ content: await hostScript() })
    await this.page.evaluate(
      ({ compiled, cloud, entry }) => window.weapp.start(compiled, cloud, entry),
      ...[{ compiled: this.weapp, cloud: this.cloud, entry }],
    )
    this.started = true
  }

  /** All that went wrong since the first start. */
  async faults(): Promise<Fault[]> {
    await this.gatherFaults()
    return this.past
  }

  async close(): Promise<void> {
    await this.context.close()
  }

  private async gatherFaults(): Promise<void> {
    if (this.started) this.past.push(...(await this.page.evaluate(() => window.weapp.host?.faults.all.splice(0) ?? [])))
  }
}
