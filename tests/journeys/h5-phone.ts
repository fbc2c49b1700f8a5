import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { pages, previewAddress } from '../../tools/preview/address'
import { findField, findLabelled, perceive } from './perceive'
import { type Entrance, fromMoments, type Phone } from './phone'

const patience = 15_000
const cloudCalls = '**/client/call'
const shareLabel = '点击分享到朋友圈'
const screen = { width: 390, height: 756 }

interface Owner {
  openid: string
  unionid?: string
}

/** A phone that runs the H5 build: one browser page of a phone's size, with touch and a storage of its own. */
export async function h5Phone(browser: Browser, cloudUrl: string, owner: Owner | null): Promise<Phone> {
  const context = await browser.newContext({
    baseURL: cloudUrl,
    viewport: screen,
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  return new H5Phone(context, await context.newPage(), owner)
}

class H5Phone implements Phone {
  private readonly errors: string[] = []
  private entered: [page: keyof typeof pages, entrance: Entrance] | undefined

  constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
    private readonly owner: Owner | null,
  ) {
    page.on('pageerror', (error) => this.errors.push(error.stack ?? error.message))
  }

  async open(page: keyof typeof pages, entrance: Entrance = {}): Promise<void> {
    this.entered = [page, entrance]
    const { scene, query } = entrance
    const address = previewAddress({
      as: this.owner,
      page: pages[page].path,
      ...(query ? { query } : {}),
      ...(scene === undefined ? {} : { scene }),
    })
    // From an empty page: an address that differs in its hash alone would not be loaded anew.
    await this.page.goto('about:blank')
    await this.page.goto(address)
  }

  /** A browser has no bar of WeChat's below the page: it opens as WeChat would open it. */
  async goOnFromMoments(): Promise<void> {
    if (!this.entered) throw new Error('nothing was opened from Moments')
    const [page, entrance] = this.entered
    await this.open(page, { ...entrance, scene: fromMoments })
  }

  async tap(label: string, tries = 3): Promise<void> {
    const found = await this.page.waitForFunction(findLabelled, label, { timeout: patience }).catch(() => null)
    const element = found?.asElement()
    if (!element) throw new Error(`There is nothing to tap named “${label}”. The screen says:\n${await this.read()}`)
    // While a page moves or refreshes, what was found may be replaced: a finger looks again.
    const box = await element.waitForElementState('stable').then(
      () => element.boundingBox(),
      () => null,
    )
    if (box) return this.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
    if (tries === 1) throw new Error(`“${label}” went away before it was tapped.`)
    return this.tap(label, tries - 1)
  }

  async type(label: string, text: string): Promise<void> {
    const found = await this.page.waitForFunction(findField, label, { timeout: patience }).catch(() => null)
    const field = found?.asElement()
    if (!field) throw new Error(`There is no field named “${label}”. The screen says:\n${await this.read()}`)
    await field.fill(text)
  }

  chooseRegion(...region: [province: string, city: string, district: string]): Promise<void> {
    return this.type('省、市、区县', region.join(' '))
  }

  see(text: string | RegExp): Promise<void> {
    return this.waitUntil(text, true)
  }

  dontSee(text: string | RegExp): Promise<void> {
    return this.waitUntil(text, false)
  }

  read(): Promise<string> {
    return this.page.evaluate(perceive)
  }

  async goOffline(): Promise<void> {
    await this.context.setOffline(true)
  }

  async loseAnswers(): Promise<void> {
    await this.page.route(cloudCalls, async (route) => {
      // The app may be ended, or the network be back, while the answer is still on its way: then there is nothing to lose.
      await route.fetch().catch(() => undefined)
      await route.abort('connectionreset').catch(() => undefined)
    })
  }

  async goOnline(): Promise<void> {
    await this.page.unroute(cloudCalls)
    await this.context.setOffline(false)
  }

  /** Taro's router hides the page below when the new one has slid in, also when one went back meanwhile: so it comes first. */
  async goBack(): Promise<void> {
    await this.page.waitForFunction(onePageShows, undefined, { timeout: patience })
    await this.page.goBack()
  }

  /** A browser tells a page only that its tab is not looked at. */
  async leave(): Promise<void> {
    await this.page.evaluate(setVisibility, 'hidden')
  }

  async comeBack(): Promise<void> {
    await this.page.evaluate(setVisibility, 'visible')
  }

  async killApp(): Promise<void> {
    await this.page.goto('about:blank')
  }

  /** A browser has no menu of WeChat's: the page offers a stand-in for it, a sheet that says what it stands for. */
  async shareToMoments(): Promise<Readonly<Record<string, string>>> {
    await this.tap(shareLabel)
    await this.see('分享到朋友圈（预览）')
    const told = this.page.waitForRequest((request) => request.postData()?.includes('share-opened') ?? false)
    await this.tap(shareLabel)
    const { data } = (await told).postDataJSON()
    return { s: data.input.shareId }
  }

  async complaints(): Promise<string[]> {
    return this.errors
  }

  async photograph(file: string): Promise<void> {
    mkdirSync(dirname(file), { recursive: true })
    await this.page.screenshot({ path: file })
  }

  async putAway(): Promise<void> {
    await this.context.close()
  }

  private async waitUntil(text: string | RegExp, there: boolean): Promise<void> {
    const says = (screen: string) =>
      typeof text === 'string' ? screen.includes(text.replace(/\s/g, '')) : text.test(screen)
    const deadline = Date.now() + patience
    let shown = await this.read()
    while (says(shown) !== there) {
      if (Date.now() > deadline) {
        throw new Error(`The screen ${there ? 'does not say' : 'still says'} “${text}”. It says:\n${shown}`)
      }
      await this.page.waitForTimeout(50)
      shown = await this.read()
    }
  }
}

/** Runs in the browser. */
function setVisibility(state: string): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  // Taro listens on the window.
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
}

/** Runs in the browser. */
function onePageShows(): boolean {
  return [...document.querySelectorAll('.taro_page')].filter((page) => page.getClientRects().length > 0).length === 1
}
