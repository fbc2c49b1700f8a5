import type { Browser } from 'playwright-core'
import { findLabelled, perceive } from '../../journeys/perceive'
import { collectorsScript } from '../audit/collectors-script'
import { ChromiumHost } from '../chromium/open'
import type { CloudLine } from '../host/device'
import type { Entry } from '../host/host'
import { type Answers, answerCall } from './answers'

/** Retries of a lost call take almost four seconds. */
const patience = 12_000
const calls = '**/client/call'

export interface LookAsked {
  colours: 'light' | 'dark'
  large: boolean
}

/** The compiled mini-program on a phone of 390 × 844, to be looked at. */
export class PicturedPhone {
  private answers: Answers = {}
  private entry: Entry = {}

  private constructor(private readonly host: ChromiumHost) {}

  static async on(browser: Browser, cloud: CloudLine, { colours, large }: LookAsked): Promise<PicturedPhone> {
    const host = await ChromiumHost.on(browser, cloud)
    await host.page.emulateMedia({ colorScheme: colours })
    // tsx marks named functions by this one; it is not there when they run in the browser.
    await host.page.addInitScript('globalThis.__name = (named) => named')
    await host.page.addInitScript({ content: await collectorsScript() })
    if (large)
      await host.page.addInitScript(() => {
        for (const shelf of ['weapp', 'weapp-single-page']) localStorage.setItem(`${shelf}:large-type`, 'true')
      })
    const phone = new PicturedPhone(host)
    await host.page.route(calls, (route) => answerCall(route, phone.answers))
    return phone
  }

  /** From now on the cloud answers so. */
  answer(answers: Answers): void {
    this.answers = answers
  }

  start(entry: Entry): Promise<void> {
    this.entry = entry
    return this.host.start(entry)
  }

  /** The process was killed, and is started the same way; the phone has kept what it kept. */
  startAgain = () => this.host.start(this.entry)

  /** Waits for the first content. @throws Error with what the screen says when there is none */
  async content(): Promise<void> {
    await this.wait(() => window.audit.contentStands(), 'its content')
    await this.rest()
  }

  async see(words: string): Promise<void> {
    const wanted = JSON.stringify(words.replace(/\s/g, ''))
    await this.wait(`(${perceive})().includes(${wanted})`, `“${words}”`)
    await this.rest()
  }

  /** Does not wait for what comes of it. */
  async tap(label: string): Promise<void> {
    const found = await this.host.page.waitForFunction(findLabelled, label, { timeout: patience }).catch(() => null)
    const element = found?.asElement()
    if (!element) throw new Error(`There is nothing to tap named “${label}”.\n${await this.screen()}`)
    await element.waitForElementState('stable')
    const box = await element.boundingBox()
    if (box) await this.host.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
  }

  write = (text: string) => this.host.page.locator('textarea').fill(text)

  goOffline = () => this.host.page.evaluate(() => window.weapp.host?.setNetwork('none'))

  refuseAlbum = () =>
    this.host.page.evaluate(() => {
      // biome-ignore lint/complexity/useLiteralKeys: the device is the host's own; only here a hand reaches for it
      const device = window.weapp.host?.['device']
      if (device) device.mayWriteAlbum = false
    })

  /** What the camera reads from now on. */
  holdUp = (code: string) =>
    this.host.page.evaluate((read) => {
      // biome-ignore lint/complexity/useLiteralKeys: as above
      const device = window.weapp.host?.['device']
      if (device) device.scanned = read
    }, code)

  reduceMotion = () => this.host.page.emulateMedia({ reducedMotion: 'reduce' })

  wake = (ms: number) => this.host.page.waitForTimeout(ms)

  /** The screen as it is, or the whole page from its top to its end. */
  async photograph(file: string, whole: boolean): Promise<void> {
    if (whole) {
      const height = await this.host.page.evaluate(() => {
        const page = [...document.querySelectorAll('.wechat-scroller')].at(-1)
        return page ? window.innerHeight - page.clientHeight + page.scrollHeight : window.innerHeight
      })
      await this.host.page.setViewportSize({ width: 390, height: Math.max(844, height) })
      await this.wake(100)
    }
    await this.host.page.screenshot({ path: file })
  }

  close = () => this.host.close()

  private screen = (): Promise<string> => this.host.page.evaluate(perceive)

  private async wait(condition: string | (() => boolean), what: string): Promise<void> {
    const come = await this.host.page.waitForFunction(condition, undefined, { timeout: patience, polling: 50 }).then(
      () => true,
      () => false,
    )
    if (!come) throw new Error(`${what} does not come. The screen says:\n${await this.screen()}`)
  }

  /** Until nothing more is sent to the page, and all that moves and comes to an end has come to it. */
  private async rest(): Promise<void> {
    for (let before = -1, now = 0; now !== before; ) {
      before = now
      await this.wake(300)
      now = await this.host.page.evaluate(() => window.weapp.host?.crossing.calls.length ?? 0)
    }
    await this.host.page.waitForFunction(() =>
      document.getAnimations().every(({ effect, playState }) => {
        return playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY
      }),
    )
  }
}
